import { compileExpression } from "../compile/closures/expression.ts";
import type { Run } from "../compile/closures/run.ts";
import type { Days, Facts, Trace } from "../compile/decision.ts";
import { planOf, spanAt } from "../compile/plan.ts";
import type { Counter } from "../ir/counter.ts";
import { isSafe } from "../ir/integer.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";

/** A decided event, as counters see it. */
export type CountedEvent = { readonly facts: Facts; readonly days: Days; readonly trace: Trace };

/** What one decided event adds to a counter; undefined when `where` does not hold for it. */
export type Contribution = (event: CountedEvent) => bigint | undefined;

/** Compiles what an event adds to a counter: 1 for a count, the summed fact (0 when missing) or rule value. */
export function compileContribution(rulebook: CheckedRulebook, counter: Counter): Contribution {
  const plan = planOf(rulebook);
  const where = counter.where && compileExpression(counter.where, plan, counter.name);
  const { measure } = counter;
  return (event) => {
    if (where && where(runOf(event)) !== true) return undefined;
    if (measure.kind === "count") return 1n;
    const { of } = measure;
    if (of.kind === "fact") return BigInt(event.facts[of.name] ?? 0);
    return BigInt((event.trace.values[plan.ruleIndex.get(of.name)!] as number | bigint | undefined) ?? 0);
  };
  function runOf({ facts, days, trace }: CountedEvent): Run {
    return {
      legal: days.legal,
      span: spanAt(plan.spans, days.law),
      facts: rulebook.facts.map(({ name }) => facts[name]),
      counters: [...trace.counters],
      values: [...trace.values],
      refusals: [],
      rows: [],
    };
  }
}

/** A counter's sum in the form decisions take it. */
export function holdCount(counter: Counter, sum: bigint): number | bigint {
  const safe = sum >= BigInt(Number.MIN_SAFE_INTEGER) && sum <= BigInt(Number.MAX_SAFE_INTEGER);
  return isSafe(counter.range) && safe ? Number(sum) : sum;
}
