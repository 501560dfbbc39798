import type { CheckedRulebook, Decision, Parameter, RowsHit, RuleVersion, Trace } from "@twinline/rulebook";
import { distinct, type Provision, provisionOf } from "./provision.ts";
import { referencesOf } from "./references.ts";

/** The first rule at which two decisions part, and what each of them rests on there. */
export type Divergence = {
  readonly rule: string;
  /** Rows that the traveller and the twin hit; 0 where the rule is no table. */
  readonly rows: readonly [RowsHit, RowsHit];
  readonly provisions: readonly Provision[];
};

/** Rules are in an order in which each follows all it reads, so that the first that differs is where they part. */
export function divergenceOf(
  rulebook: CheckedRulebook,
  own: Decision,
  twin: Decision,
  facts: ReadonlySet<string>,
): Divergence | undefined {
  if (own.kind !== "decided" || twin.kind !== "decided") return undefined;
  const index = rulebook.rules.findIndex(
    (_, at) =>
      !same(own.trace.values[at], twin.trace.values[at]) &&
      own.trace.values[at] !== undefined &&
      twin.trace.values[at] !== undefined,
  );
  if (index < 0) return undefined;
  const provisions = [own.trace, twin.trace].flatMap((trace) => restsOn(rulebook, index, trace, facts));
  return {
    rule: rulebook.rules[index]!.name,
    rows: [own.trace.rows[index]!, twin.trace.rows[index]!],
    provisions: distinct(provisions),
  };
}

export function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function restsOn(
  rulebook: CheckedRulebook,
  index: number,
  trace: Trace,
  facts: ReadonlySet<string>,
): readonly Provision[] {
  const version = rulebook.rules[index]!.versions[trace.versions.rules[index]!];
  if (version === undefined) return [];
  return [...figures(rulebook, version, trace, facts), ...wordings(rulebook, version, trace.rows[index]!)];
}

function wordings(rulebook: CheckedRulebook, { body, source }: RuleVersion, hit: RowsHit): readonly Provision[] {
  const rows = body.kind === "table" ? body.rows.filter(({ number }) => [hit].flat().includes(number)) : [];
  const sources = rows.length > 0 ? rows.flatMap((row) => row.source) : source;
  return sources.map((one) => provisionOf(rulebook, one));
}

/** Figures that go by one of the facts. */
function figures(
  rulebook: CheckedRulebook,
  version: RuleVersion,
  trace: Trace,
  facts: ReadonlySet<string>,
): readonly Provision[] {
  const read = new Set(referencesOf(version).map(({ kind, name }) => `${kind} ${name}`));
  const isKeyed = ({ name, by }: Parameter): boolean =>
    read.has(`parameter ${name}`) && by !== undefined && facts.has(by);
  return rulebook.parameters.flatMap((parameter, at) => {
    const own = isKeyed(parameter) ? parameter.versions[trace.versions.parameters[at]!] : undefined;
    return own === undefined ? [] : own.source.map((one) => provisionOf(rulebook, one, own.confidence));
  });
}
