import { type CheckedRulebook, type Reason as RuleReason, reasonsOf, type Texts } from "@twinline/rulebook";
import type { Compiled } from "../rulebooks/install.ts";
import type { DecisionRecord } from "../spine/decision.ts";
import { judgementOf, outputGaps, UNANSWERABLE } from "./verdict.ts";

/** What a rulebook says of a passage; one that lacks them (a tariff, an origin) judges nobody. */
const JUDGING = ["verdict", "reason"];

/** One rule's say: the sentence in four languages, its mark and the provisions it rests on. */
export type ToldReason = {
  rule: string;
  mark: "ok" | "note" | "stop";
  text: Texts;
  citations: { provision: string; cite: Texts; confidence: string }[];
};

/**
 * What the rules said of one decision, as the officer reads it: first the deciding reason in the rulebook's own words with
 * the provisions it rests on, then the say-texts of the other outputs. Every way to ask (node, page, command line) tells it so.
 */
export function tellReasons({ rulebook, decide }: Compiled, record: DecisionRecord): ToldReason[] {
  const { facts, counters, law, legal } = record;
  const again = decide(facts, counters, record);
  const told = reasonsOf(rulebook, { facts, counters, days: { law, legal } }, again);
  if (record.unanswerable === undefined && outputGaps(rulebook, JUDGING).length > 0)
    return told.map((one) => tellReason(one, one.rule ?? "", "note"));
  const { verdict, reason } = judgementOf(record);
  const mark = verdict === "admit" ? "ok" : "stop";
  if (reason === UNANSWERABLE) return told.map((one) => tellReason(one, UNANSWERABLE, mark));
  const deciding = told.find(({ rule }) => rule === "reason");
  const text = labelOf(rulebook, "reason", reason) ?? deciding?.text;
  const first = deciding === undefined || text === undefined ? [] : [tellReason({ ...deciding, text }, "reason", mark)];
  const others = told.filter(({ rule = "" }) => rule !== "verdict" && rule !== "reason" && isSaid(rulebook, rule));
  return [...first, ...others.map((one) => tellReason(one, one.rule ?? "", "note"))];
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

function tellReason({ text, citations }: RuleReason, rule: string, mark: ToldReason["mark"]): ToldReason {
  return { rule, mark, text, citations: citations.map((citation) => ({ ...citation })) };
}
