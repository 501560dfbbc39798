import type { GoodsFacts } from "@twinline/insight";
import {
  type CheckedRulebook,
  compareRulebooks,
  labelText,
  languages,
  type Texts,
  type ValueType,
} from "@twinline/rulebook";
import type { Zone } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { checkRulebook, findRuleFiles } from "../rulebooks/rule-files.ts";
import type { Job } from "./jobs.ts";

export type Policies = { readonly base: CheckedRulebook; readonly reform: CheckedRulebook };

/** The law that a proposal was written on, and the same law with the proposal applied. */
export async function policiesOf(
  queries: Queries,
  job: Pick<Job, "proposal" | "baseHash" | "name">,
): Promise<Policies> {
  const law = await findRuleFiles(queries, job.baseHash);
  const saved = await findRuleFiles(queries, job.proposal);
  if (law === undefined || saved === undefined)
    throw new Error(`Cannot replay "${job.name}": its text or that of its base is not kept here`);
  const base = checkRulebook(law.files, law.name);
  return { base, reform: checkRulebook(new Map([...law.files, ...saved.files]), saved.name) };
}

/**
 * The reform with the law date that the whole history is judged by: its own word, or the latest day that it changes, when
 * that lies after the history's first day. Without it a reform of next year would change nothing in last year's traffic.
 */
export function dated({ base, reform }: Policies, firstDay: number): CheckedRulebook {
  const { reform: origin } = reform;
  if (origin === undefined || origin.replay?.law !== undefined) return reform;
  const law = Math.max(...changedDays(base, reform));
  return law > firstDay ? { ...reform, reform: { ...origin, replay: { ...origin.replay, law } } } : reform;
}

function changedDays(base: CheckedRulebook, reform: CheckedRulebook): number[] {
  return (["parameters", "rules"] as const).flatMap((kind) =>
    reform[kind].flatMap(({ name, versions }) => {
      const before = base[kind].find((each) => each.name === name)?.versions ?? [];
      const known = new Set<number>(before.map(({ from }) => from));
      return versions.flatMap((version) => (known.has(version.from) ? [] : [version.from]));
    }),
  );
}

/** What the zone says of each category of goods for the rulebooks. */
export function goodsOf({ goods }: Zone): GoodsFacts {
  return Object.fromEntries(goods.map(({ code, facts }) => [code, facts]));
}

/** Names of what a report shows, so that it can be read without the rulebook. */
export type ReportWords = {
  readonly outputs: { readonly [name: string]: { readonly label: Texts; readonly type: ValueType } };
  readonly codes: { readonly [code: string]: Texts };
  /** Facts and counters. */
  readonly facts: { readonly [name: string]: Texts };
  readonly base: Texts;
  /** What the reform changes, a sentence each. */
  readonly changes: readonly Texts[];
};

export function wordsOf({ base, reform }: Policies): ReportWords {
  const label = (name: string): Texts =>
    Object.fromEntries(languages.map((language) => [language, labelText(base, language, name)])) as Texts;
  const outputs = base.outputs.map((name) => {
    const type = base.rules.find((rule) => rule.name === name)!.type;
    return [name, { label: label(name), type }] as const;
  });
  const codes = base.codes.flatMap(({ values }) => values.map(({ code, label: words }) => [code, words] as const));
  const facts = [...base.facts, ...base.counters].map(({ name }) => [name, label(name)] as const);
  return {
    outputs: Object.fromEntries(outputs),
    codes: Object.fromEntries(codes),
    facts: Object.fromEntries(facts),
    base: base.label,
    changes: compareRulebooks(base, reform).map(({ text }) => text),
  };
}
