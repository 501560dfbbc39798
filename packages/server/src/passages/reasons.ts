import type { Reason } from "@twinline/api";
import {
  type CheckedRulebook,
  type Reason as RuleReason,
  type Texts,
  reasonsOf as tellReasons,
} from "@twinline/rulebook";
import { type Compiled, type DecisionRecord, judgementOf, UNANSWERABLE } from "@twinline/zone";

/**
 * What the rules said of one decision, as the officer reads it: first the deciding reason in the rulebook's own words with
 * the provisions it rests on, then the say-texts of the other outputs.
 */
export function presentReasons({ rulebook, decide }: Compiled, record: DecisionRecord): Reason[] {
  const { facts, counters, law, legal } = record;
  const again = decide(facts, counters, record);
  const isTold = (output: string) => output === "reason" || isSaid(rulebook, output);
  const told = tellReasons(rulebook, { facts, counters, days: { law, legal } }, again, isTold);
  const { verdict, reason } = judgementOf(record);
  const mark = verdict === "admit" ? "ok" : "stop";
  if (reason === UNANSWERABLE) return told.map((one) => presentReason(one, UNANSWERABLE, mark));
  const deciding = told.find(({ rule }) => rule === "reason");
  const text = labelOf(rulebook, "reason", reason) ?? deciding?.text;
  const first =
    deciding === undefined || text === undefined ? [] : [presentReason({ ...deciding, text }, "reason", mark)];
  const others = told.filter(({ rule = "" }) => rule !== "verdict" && rule !== "reason" && isSaid(rulebook, rule));
  return [...first, ...others.map((one) => presentReason(one, one.rule ?? "", "note"))];
}

/** Label of an output's code in the rulebook's own words; undefined when the output is no code. */
export function labelOf({ rules, codes }: CheckedRulebook, output: string, code: string): Texts | undefined {
  const type = rules.find(({ name }) => name === output)?.type;
  const list = type?.kind === "code" ? codes.find(({ name }) => name === type.list) : undefined;
  return list?.values.find((value) => value.code === code)?.label;
}

function isSaid({ rules }: CheckedRulebook, name: string): boolean {
  return rules.find((rule) => rule.name === name)?.say !== undefined;
}

function presentReason({ text, citations }: RuleReason, rule: string, mark: Reason["mark"]): Reason {
  return { rule, mark, text, citations: citations.map((citation) => ({ ...citation })) };
}
