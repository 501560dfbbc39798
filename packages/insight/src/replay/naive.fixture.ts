import { type CheckedRulebook, compileSource } from "@twinline/rulebook";
import type { TrafficPassage } from "../traffic/passages.ts";
import { goods } from "./policies.fixture.ts";

export type NaiveTotals = { lines: number; duty_free: number; taxable: number; tax: number; admitted: number };

/**
 * What a history comes to, counted the slow way: one passage after the other as they happened, a map of counters, and the
 * gate's own decision with its whole trace. Nothing of the replay is used.
 */
export function countSlowly(
  rulebook: CheckedRulebook,
  passages: readonly TrafficPassage[],
  law: number | undefined,
): NaiveTotals {
  const decide = compileSource(rulebook);
  const entries = new Map<number, number>();
  const used = new Map<string, number>();
  const totals = { lines: 0, duty_free: 0, taxable: 0, tax: 0, admitted: 0 };
  for (const { direction, visit, day, person, goods: lines } of passages) {
    if (direction === "in") {
      entries.set(visit, day);
      continue;
    }
    for (const line of lines.length > 0 ? lines : [undefined]) {
      const entered = entries.get(visit);
      const key = `${person.number} ${day}`;
      const facts = {
        inside: entered !== undefined,
        same_gate: true,
        stay_days: entered === undefined ? 0 : Math.max(0, day - entered + 1),
        watch: "none",
        goods_value: line?.valueFen ?? 0,
        goods_mass: line?.massGrams ?? 0,
        indivisible: line?.indivisible ?? false,
        goods_class: line === undefined ? "class_13" : String(goods[line.category]!.goods_class),
        never_exempt: line === undefined ? false : goods[line.category]!.never_exempt === true,
      };
      const counters = { duty_free_today: used.get(key) ?? 0 };
      const made = decide(facts, counters, { law: law ?? day, legal: day });
      if (made.kind === "unanswerable") throw new Error(`${made.reason} ${made.name}`);
      const { verdict, duty_free, taxable, tax } = made.outputs as { [name: string]: never };
      totals.lines += 1;
      totals.duty_free += duty_free!;
      totals.taxable += taxable!;
      totals.tax += tax!;
      if (verdict !== "admit") continue;
      totals.admitted += 1;
      used.set(key, counters.duty_free_today + duty_free!);
    }
  }
  return totals;
}
