import { rangeOf } from "../allowances/counting.ts";
import { judgementOf, strictest } from "../passages/verdict.ts";
import type { Held } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { type Amounts, areEqual, minus, plus, sumOf, trimmed } from "./amounts.ts";
import { type DecidedLine, decideFrom } from "./decide-from.ts";
import { countersWithoutRight, type RightSubject } from "./right.ts";
import { withinExit, withoutExit } from "./within-exit.ts";

/** What is asked for: lines of goods, or an envelope of lines that are not known yet. */
export type Asked = {
  readonly lines: readonly Held[];
  readonly isEnvelope: boolean;
  readonly subject: RightSubject;
  readonly day: number;
};

/** Why nothing is given: the rules' own reason, or that nothing is left, or that a counter would leave its range. */
export type Grant =
  | {
      readonly kind: "granted";
      readonly lines: readonly DecidedLine[];
      readonly held: Amounts;
      readonly ceiling: Amounts;
    }
  | { readonly kind: "refused"; readonly reason: string; readonly lines: readonly DecidedLine[] };

/** An envelope would get what a place without any right gets; a basket may still be sold with its tax. */
export const NOTHING_LEFT = "nothing_left";
export const COUNTER_FULL = "counter_full";

/**
 * Decides what a right may hold: what these lines would add to the counters if they went out now, with `counters` as they
 * stand here - all other rights are in them already. All limits together or none: the rules decide the lines as a whole.
 */
export function grant(installed: Installed, asked: Asked, counters: Amounts): Grant {
  const lines = decideFrom(installed, installed, asked.lines, counters, asked);
  const { verdict, reason } = strictest(lines.map(({ record }) => judgementOf(record)));
  if (verdict !== "admit") return { kind: "refused", reason, lines };
  const counted = trimmed(sumOf(lines.map(({ amounts }) => amounts)));
  if (!isInRange(installed, plus(counters, counted))) return { kind: "refused", reason: COUNTER_FULL, lines };
  if (!asked.isEnvelope) return { kind: "granted", lines, held: counted, ceiling: plus(counters, counted) };
  const without = countedFrom(installed, asked, countersWithoutRight(installed));
  if (areEqual(withoutExit(installed, counted), withoutExit(installed, without)))
    return { kind: "refused", reason: NOTHING_LEFT, lines };
  const excess = excessOf(installed, counted, without);
  const ceiling = minus(ceilingOf(installed, asked, counters, counted), excess);
  return { kind: "granted", lines, held: trimmed(minus(counted, excess)), ceiling };
}

function countedFrom(installed: Installed, asked: Asked, counters: Amounts): Amounts {
  return sumOf(decideFrom(installed, installed, asked.lines, counters, asked).map(({ amounts }) => amounts));
}

/** What grows within an exit as less is left: an envelope holds none of it, because nothing of it is sold yet. */
function excessOf(installed: Installed, counted: Amounts, without: Amounts): Amounts {
  const within = Object.entries(withinExit(installed, counted));
  return Object.fromEntries(within.filter(([name, amount]) => (without[name] ?? 0) > amount));
}

function isInRange({ rulebook }: Installed, counters: Amounts): boolean {
  return rulebook.counters.every((counter) => {
    const [least, most] = rangeOf(counter);
    const value = counters[counter.name] ?? 0;
    return least <= value && value <= most;
  });
}

/**
 * Counter values at which the rules would leave nothing of this right: found by asking the rules, so that no figure of the
 * law is known here. A counter that does not limit, and rules for which raising it gives more, keep its value as it stands.
 */
function ceilingOf(installed: Installed, asked: Asked, counters: Amounts, held: Amounts): Amounts {
  const gives = (from: Amounts) => areEqual(countedFrom(installed, asked, from), held);
  const plain = plus(counters, held);
  const found: Record<string, number> = { ...plain };
  for (const counter of installed.rulebook.counters) {
    const { name } = counter;
    const amount = held[name] ?? 0;
    if (amount > 0)
      found[name] =
        highest(counters[name] ?? 0, rangeOf(counter)[1] - amount, (at) => gives({ ...counters, [name]: at })) + amount;
  }
  return gives(minus(found, held)) ? found : plain;
}

/** The highest value from `low` on for which it holds; `low` itself when it holds to the end: then it limits nothing. */
function highest(low: number, end: number, holds: (value: number) => boolean): number {
  if (end <= low || holds(end)) return low;
  let [yes, no] = [low, end];
  while (no - yes > 1) {
    const middle = yes + Math.floor((no - yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
