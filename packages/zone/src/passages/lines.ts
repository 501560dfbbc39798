import { isOfPassage } from "../allowances/counter-key.ts";
import { additions, counterValues, overflowing } from "../allowances/counting.ts";
import type { Subject } from "../allowances/subject.ts";
import { type DecisionRecord, decideRecorded, type Held } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import type { State } from "../spine/state.ts";

/**
 * Decides the lines of one passage in the declared order, each with the counters after the one before (rulebook.md §7).
 * A line whose amounts no longer fit a counter's range is unanswerable: a full counter lets nothing through.
 */
export function decideLines(
  installed: Installed,
  lines: readonly Held[],
  subject: Subject,
  day: number,
  state: State,
): readonly DecisionRecord[] {
  const running = new RunningTotals(state);
  return lines.map((facts) => {
    const counters = counterValues(installed, subject, day, running);
    const record = decideRecorded(installed, facts, counters, { law: day, legal: day });
    // A line that is referred takes its share all the same: officers may let the whole passage through, and then the lines
    // together must fit the day's cap.
    const added = [
      ...additions(installed, record, subject, "facts"),
      ...additions(installed, record, subject, "outcomes"),
    ];
    const full = overflowing(installed, added, running);
    if (full !== undefined) return decideWithout(installed, facts, counters, full.name, day);
    for (const { key, amount } of added) running.add(key, amount);
    return record;
  });
}

/** Counters as they stand after the lines decided so far; the state itself changes only by the entry's body. */
class RunningTotals implements Pick<State, "total"> {
  readonly #state: Pick<State, "total">;
  readonly #added = new Map<string, number>();

  constructor(state: Pick<State, "total">) {
    this.#state = state;
  }

  total(key: string): number {
    // A counter of the passage itself starts with the passage; nothing of it is kept.
    const before = isOfPassage(key) ? 0 : this.#state.total(key);
    return before + (this.#added.get(key) ?? 0);
  }

  add(key: string, amount: number): void {
    this.#added.set(key, (this.#added.get(key) ?? 0) + amount);
  }
}

/** A counter that would leave its range is not available: the rules that read it say so themselves, and say it again in replay. */
function decideWithout(
  installed: Installed,
  facts: Held,
  counters: Readonly<Record<string, number>>,
  full: string,
  day: number,
): DecisionRecord {
  const { [full]: _, ...available } = counters;
  const record = decideRecorded(installed, facts, available, { law: day, legal: day });
  if (record.unanswerable === undefined) throw new RangeError(`Cannot count "${full}": it would leave its range`);
  return record;
}
