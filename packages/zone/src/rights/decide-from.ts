import { counterKey } from "../allowances/counter-key.ts";
import type { Subject } from "../allowances/subject.ts";
import { type DecisionRecord, decideRecorded, type Held } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { type Amounts, plus } from "./amounts.ts";

/** A rulebook of some time: the one in force, or the one under which a right was given. */
export type Law = Pick<Installed, "rulebook" | "decide">;

/** One line of goods as the rules decided it, and what it adds to each counter. */
export type DecidedLine = { readonly record: DecisionRecord; readonly amounts: Amounts };

/**
 * Decides lines in their order from counter values by name, each after the one before. Needs no state: a till that is cut
 * off decides with the counters of its right, the node with those it keeps. `installed` says what a line counts.
 */
export function decideFrom(
  installed: Installed,
  law: Law,
  lines: readonly Held[],
  from: Amounts,
  { subject, day }: { readonly subject: Subject; readonly day: number },
): readonly DecidedLine[] {
  let counters = from;
  return lines.map((facts) => {
    const record = decideRecorded(law, facts, counters, { law: day, legal: day });
    const amounts = amountsOf(installed, record, subject);
    counters = plus(counters, amounts);
    return { record, amounts };
  });
}

/** What a decision adds to the counters by name; those that this subject has no key for are left out. */
export function amountsOf(installed: Installed, record: DecisionRecord, subject: Subject): Amounts {
  if (record.unanswerable !== undefined) return {};
  const amounts: Record<string, number> = {};
  for (const counter of installed.rulebook.counters) {
    if (counterKey(installed.rulebook, counter, subject, record.legal) === undefined) continue;
    const amount = installed.amountOf(counter, record);
    if (amount !== undefined && amount !== 0) amounts[counter.name] = amount;
  }
  return amounts;
}
