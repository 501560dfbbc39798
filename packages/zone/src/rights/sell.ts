import { judgementOf } from "../passages/verdict.ts";
import type { Held } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { type Amounts, minus, plus, sumOf, trimmed } from "./amounts.ts";
import { type DecidedLine, decideFrom, type Law } from "./decide-from.ts";
import { countersOf, type Right } from "./right.ts";
import { withinExit } from "./within-exit.ts";

/** The sale takes more of a limit than the right holds. */
export const OVER_RESERVATION = "over_reservation";

/** A sale from a right: what it takes of what is held, what it adds beside, and what the right holds afterwards. */
export type Sold =
  | {
      readonly kind: "sold";
      readonly lines: readonly DecidedLine[];
      readonly taken: Amounts;
      /** What counts within the coming exit only and was not held: counted when it is sold. */
      readonly beside: Amounts;
      readonly rest: Amounts;
    }
  | { readonly kind: "refused"; readonly reason: string; readonly lines: readonly DecidedLine[] };

/** What a sale is decided with when not with the right as it stands: the counters and the rules that the till had. */
export type SellingWith = { readonly counters?: Amounts; readonly law?: Law };

/**
 * Sells lines from a right, on line and off alike: the till runs this before it says yes, the node runs it again on what the
 * till reports. Whatever the counters claim, nothing above what the right holds is taken: damage ends there.
 */
export function sellFrom(
  installed: Installed,
  right: Right,
  goods: readonly Held[],
  { counters = countersOf(right), law = installed }: SellingWith = {},
): Sold {
  const lines = decideFrom(
    installed,
    law,
    goods.map((facts) => ({ ...right.facts, ...facts })),
    counters,
    right,
  );
  const stopped = lines.map(({ record }) => judgementOf(record)).find(({ verdict }) => verdict !== "admit");
  if (stopped !== undefined) return { kind: "refused", reason: stopped.reason, lines };
  const wanted = sumOf(lines.map(({ amounts }) => amounts));
  const beside = besideOf(installed, wanted, minus(right.ceiling, counters));
  const taken = trimmed(minus(wanted, beside));
  const rest = minus(right.held, taken);
  if (Object.values(rest).some((amount) => amount < 0)) return { kind: "refused", reason: OVER_RESERVATION, lines };
  return { kind: "sold", lines, taken, beside, rest: trimmed(rest) };
}

/**
 * Sums within one exit (an excess, its lines) are no allowance: what the till did not hold of them when it sold is added at
 * the sale. What it held is told by the counters it decided with, so that it is the same whatever arrives before.
 */
function besideOf(installed: Installed, wanted: Amounts, heldThere: Amounts): Amounts {
  const within = Object.entries(withinExit(installed, wanted));
  return trimmed(
    Object.fromEntries(within.map(([name, amount]) => [name, Math.max(0, amount - Math.max(0, heldThere[name] ?? 0))])),
  );
}

/** Everything that a sale counts, by line. */
export function countedBy(lines: readonly DecidedLine[]): Amounts {
  return lines.reduce((sum: Amounts, { amounts }) => plus(sum, amounts), {});
}
