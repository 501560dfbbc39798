import { rangeOf } from "../allowances/counting.ts";
import type { Held } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { type Amounts, minus } from "./amounts.ts";

/** Whose limits a right is of: the traveller, her gate of entry and the exit that is to come. Tokens only. */
export type RightSubject = { readonly person: string; readonly gate: string; readonly passage: string };

/**
 * A right to carry out goods that lives at one device (promises.md D8): what it holds of each counter, and what the device
 * needs to decide by itself. `ceiling` are the counter values at which nothing of it is left.
 */
export type Right = {
  /** Number of the entry that gave it. */
  readonly reservation: number;
  readonly rulebook: string;
  readonly hash: string;
  /** Legal day that it counts on, whatever a clock says when it is spent. */
  readonly day: number;
  readonly subject: RightSubject;
  /** Facts of the traveller; those of the goods come with each line. */
  readonly facts: Held;
  readonly ceiling: Amounts;
  readonly held: Amounts;
};

/** The coming exit of a visit: lines sold in it stand in one passage, whichever till sold them. */
export function comingPassage(visit: string): string {
  return `v${visit}`;
}

/** Counter values to decide a sale with: what is left by them is exactly what the right holds (rulebook.md §7). */
export function countersOf({ ceiling, held }: Pick<Right, "ceiling" | "held">): Amounts {
  return minus(ceiling, held);
}

/** Counter values of a place that holds no right: everything is used up, whatever the cap is. */
export function countersWithoutRight({ rulebook }: Pick<Installed, "rulebook">): Amounts {
  return Object.fromEntries(
    rulebook.counters.map((counter) => [counter.name, counter.per.includes("passage") ? 0 : rangeOf(counter)[1]]),
  );
}
