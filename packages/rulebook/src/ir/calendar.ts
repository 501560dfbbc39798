import type { Expression } from "./expression.ts";
import type { Typed } from "./node.ts";

/** The day of a month that has no such day becomes its last day, the next month's first, or is refused. */
export type EndOfMonth = "down" | "up" | "reject";

/** Calendar arithmetic of ISO 8601 days; a refused day makes the decision unanswerable (`out-of-range`). */
export type AddMonths = Typed & {
  readonly kind: "add-months" | "add-years";
  readonly day: Expression;
  readonly count: Expression;
  readonly endOfMonth: EndOfMonth;
};

/** Whole years from `from` to `to`, counted by anniversaries; negative when `to` is earlier. */
export type YearsBetween = Typed & {
  readonly kind: "years-between";
  readonly from: Expression;
  readonly to: Expression;
  readonly endOfMonth: EndOfMonth;
};

export type Calendar = AddMonths | YearsBetween;
