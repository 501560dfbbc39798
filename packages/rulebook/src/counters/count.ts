import type { Counters } from "../compile/decision.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { type CountedEvent, compileContribution, holdCount } from "./contribution.ts";
import { isInPeriod } from "./period.ts";

/** Counts over earlier events of one person, firm, gate, visit and passage, in the order they were decided. */
export type Count = (earlier: readonly CountedEvent[], legal: number) => Counters;

/** The plain definition of every counter: a walk over all earlier events. For tests and for checking other ways. */
export function compileCount(rulebook: CheckedRulebook): Count {
  const contributions = rulebook.counters.map((counter) => compileContribution(rulebook, counter));
  return (earlier, legal) =>
    Object.fromEntries(
      rulebook.counters.map((counter, index) => {
        const counted = earlier.filter(({ days }) => isInPeriod(counter, days.legal, legal));
        const sum = counted.reduce((total, event) => total + (contributions[index]!(event) ?? 0n), 0n);
        return [counter.name, holdCount(counter, sum)];
      }),
    );
}
