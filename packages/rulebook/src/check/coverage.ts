import type { Place } from "../ir/place.ts";
import type { Draft } from "../read/draft.ts";
import type { Findings } from "../read/findings.ts";
import { dayText } from "../read/scalar/day.ts";
import type { CheckedRule } from "./rule.ts";

/**
 * Every date has a value: outputs and what counters read from the first law date on, because earlier events are
 * counted from there; and whatever a version reads from that version's first day on.
 */
export function checkCoverage(
  rules: readonly CheckedRule[],
  counters: readonly { readonly name: string; readonly reads: readonly string[] }[],
  { parameters, outputs, head }: Draft,
  findings: Findings,
): void {
  const coversFrom = head.covers.from;
  const firstDays = new Map<string, { from: number; at: Place; what: string }>();
  for (const { name, versions, at } of parameters)
    firstDays.set(name, { from: versions[0]!.from, at, what: "parameter" });
  for (const { rule } of rules) firstDays.set(rule.name, { from: rule.versions[0]!.from, at: rule.at, what: "rule" });
  const told = new Set<string>();
  const need = (name: string, from: number, why: string) => {
    const first = firstDays.get(name);
    if (first === undefined || first.from <= from || told.has(name)) return;
    told.add(name);
    const since = dayText(first.from);
    findings.error(
      "date/coverage",
      first.at,
      `Cannot use the ${first.what} "${name}" before ${since}: ${why} from ${dayText(from)}`,
    );
  };
  for (const { text } of outputs) need(text, coversFrom, "as an output it is needed");
  for (const { name: counter, reads } of counters) {
    for (const name of reads) need(name, coversFrom, `the counter "${counter}" reads it`);
  }
  for (const { rule, versions } of rules) {
    for (const { version, reads } of versions) {
      const from = Math.max(version.from, coversFrom);
      for (const name of reads) need(name, from, `"${rule.name}" reads it`);
    }
  }
}
