import type { DecisionRecord, Held } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { type Amounts, minus, trimmed } from "./amounts.ts";
import { decideFrom, type Law } from "./decide-from.ts";
import type { RightSubject } from "./right.ts";

/** One line of a sale as it stands: what it counts, and the counters that it was decided with. */
export type SoldLine = { readonly facts: Held; readonly counters: Amounts; readonly amounts: Amounts };

/** What comes back of a line, what it counts from now on, and what the rules say of the rest. */
export type GivenBack = {
  readonly back: Amounts;
  readonly amounts: Amounts;
  readonly outputs: DecisionRecord["outputs"];
};

/**
 * Pieces of a line come back: what stays is decided again as if only it had been sold, under the law and counters of the
 * sale; the difference returns to the day of purchase. Never more than the line counts, never less than nothing (P8).
 * `rest` are the facts of the line that stays; undefined when all of it came back.
 */
export function giveBack(
  installed: Installed,
  law: Law,
  line: SoldLine,
  rest: Held | undefined,
  where: { readonly subject: RightSubject; readonly day: number },
): GivenBack {
  if (rest === undefined) return { back: line.amounts, amounts: {}, outputs: {} };
  const [again] = decideFrom(installed, law, [rest], line.counters, where);
  const kept: Record<string, number> = {};
  for (const [name, amount] of Object.entries(line.amounts)) kept[name] = Math.min(amount, again?.amounts[name] ?? 0);
  return { back: trimmed(minus(line.amounts, kept)), amounts: trimmed(kept), outputs: again?.record.outputs ?? {} };
}
