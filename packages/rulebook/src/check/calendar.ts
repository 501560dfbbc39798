import type { EndOfMonth } from "../ir/calendar.ts";
import type { Expression } from "../ir/expression.ts";
import type { Place } from "../ir/place.ts";
import type { Context } from "./context.ts";
import { addIntervals, exactly, floorDivide, hull, intervalOf, subtractIntervals, toBounds } from "./interval.ts";

/** `add_months(day, n)` and `add_years(day, n)`. */
export function addToDay(
  kind: "add-months" | "add-years",
  day: Expression,
  count: Expression,
  at: Place,
  context: Context,
): Expression | undefined {
  const endOfMonth = getEndOfMonth(at, context);
  if (endOfMonth === undefined) return undefined;
  const [shortest, longest] = kind === "add-months" ? [28n, 31n] : [365n, 366n];
  const { min, max } = intervalOf(count);
  const moved = hull([min * shortest, min * longest, max * shortest, max * longest].map(exactly));
  // One day more on each side: "up" moves a day that does not exist to the next month's first.
  const bounds = toBounds(addIntervals(intervalOf(day), { min: moved.min - 1n, max: moved.max + 1n }));
  return { kind, type: { kind: "day" }, bounds, day, count, endOfMonth, at };
}

/** `years_between(from, to)`. */
export function yearsBetween(from: Expression, to: Expression, at: Place, context: Context): Expression | undefined {
  const endOfMonth = getEndOfMonth(at, context);
  if (endOfMonth === undefined) return undefined;
  const days = subtractIntervals(intervalOf(to), intervalOf(from));
  const bounds = toBounds({ min: floorDivide(days.min, 365n) - 1n, max: floorDivide(days.max, 365n) + 1n });
  return { kind: "years-between", type: { kind: "integer" }, bounds, from, to, endOfMonth, at };
}

function getEndOfMonth(at: Place, { clock, findings }: Context): EndOfMonth | undefined {
  if (clock.endOfMonth === undefined) {
    findings.error(
      "date/end-of-month",
      at,
      'Cannot calculate with months or years: the clock has no "end_of_month", down, up or reject',
    );
  }
  return clock.endOfMonth;
}
