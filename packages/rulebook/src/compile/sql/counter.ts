import type { Counter } from "../../ir/counter.ts";
import type { Expression } from "../../ir/expression.ts";
import { monthsText } from "./calendar.ts";
import { integerText } from "./constant.ts";
import { type Dialect, quoteName } from "./dialect.ts";
import { expressionText } from "./expression.ts";
import type { SqlScope } from "./scope.ts";

/** Days to 1970-01-01 from 1900-01-01, a Monday and the first day a rulebook may speak of. */
const DAYS_FROM_FIRST_MONDAY = 25_567;

/** A counter cannot be had the way it was asked for. */
export class SqlCounterError extends Error {
  override readonly name = "SqlCounterError";
  readonly id = "sql/counter";
  readonly counter: string;
  constructor(counter: string, why: string) {
    super(`Cannot write the counter "${counter}" as a window: ${why}`);
    this.counter = counter;
  }
}

/**
 * A counter over earlier rows of its partition, in the order of the column `seq`: a sum for `facts`, the closed form
 * min(limit, sum of eligible amounts) for `clamped`. A feedback counter has no such form: it is folded. A rolling window of
 * `facts` needs rows whose legal days do not go back; `lateText` tells the rows for which they do.
 */
export function windowText(counter: Counter, scope: SqlScope): string {
  if (counter.kind === "feedback") throw new SqlCounterError(counter.name, "it reads what it decides, so it is folded");
  const { dialect } = scope;
  const amount = earlierText(counter, scope);
  if (counter.kind === "facts")
    return counter.within === undefined ? sumText(amount, counter, dialect) : rollingText(amount, counter, dialect);
  const sum = sumText(amount, counter, dialect);
  if (counter.within !== undefined)
    throw new SqlCounterError(counter.name, "what leaves a rolling window has no closed form");
  if (!counter.closed) throw new SqlCounterError(counter.name, "its closed form is not known");
  return `least(${expressionText(counter.closed.limit, scope)}, ${sum})`;
}

/** What one row adds. */
function earlierText(counter: Counter, scope: SqlScope): string {
  const zero = integerText(0, scope.dialect);
  const when = (condition: Expression | undefined, amount: string) =>
    condition ? `CASE WHEN ${expressionText(condition, scope)} THEN ${amount} ELSE ${zero} END` : amount;
  if (counter.kind === "clamped" && counter.closed) {
    return when(counter.closed.eligible, expressionText(counter.closed.amount, scope));
  }
  const { measure } = counter;
  if (measure.kind === "count") return when(counter.where, integerText(1, scope.dialect));
  return when(counter.where, `coalesce(${quoteName(measure.of.name)}, ${zero})`);
}

/**
 * Why a rolling counter has no value on a row, or "": a row with a later number and an earlier legal day may be counted in
 * its frame, and nothing is decided by a sum that may not be the law's.
 */
export function lateText(counter: Counter, { dialect }: SqlScope): string | undefined {
  if (counter.within === undefined) return undefined;
  const frame = `${partitionText(counter, dialect)}ORDER BY "seq" ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING`;
  const later = `coalesce(min("legal") OVER (${frame}), "legal")`;
  return `CASE WHEN ${later} < "legal" THEN ${dialect.text(`counter-unavailable:${counter.name}`)} ELSE '' END`;
}

/** All rows of the last legal days up to the row's own, without those of its own day that come with or after it. */
function rollingText(amount: string, counter: Counter, dialect: Dialect): string {
  const keys = counter.per.map((key) => keyText(key, dialect));
  const days = `${partitionText(counter, dialect)}ORDER BY "legal" RANGE BETWEEN ${counter.within! - 1} PRECEDING AND CURRENT ROW`;
  const rest = `PARTITION BY ${[...keys, '"legal"'].join(", ")} ORDER BY "seq" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING`;
  return dialect.integer(`coalesce(sum(${amount}) OVER (${days}), 0) - coalesce(sum(${amount}) OVER (${rest}), 0)`);
}

function partitionText(counter: Counter, dialect: Dialect): string {
  const keys = counter.per.map((key) => keyText(key, dialect));
  return keys.length === 0 ? "" : `PARTITION BY ${keys.join(", ")} `;
}

/** The frame before the first row is empty: its sum is NULL in two engines and 0 in the third. */
function sumText(amount: string, counter: Counter, dialect: Dialect): string {
  const frame = `${partitionText(counter, dialect)}ORDER BY "seq" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`;
  return dialect.integer(`coalesce(sum(${amount}) OVER (${frame}), 0)`);
}

function keyText(key: Counter["per"][number], dialect: Dialect): string {
  switch (key) {
    case "legal_day":
      return '"legal"';
    case "legal_week":
      return dialect.divide(`("legal" + ${DAYS_FROM_FIRST_MONDAY})`, "7");
    case "legal_month":
      return monthsText('"legal"', dialect);
    case "legal_year":
      return dialect.year('"legal"');
    default:
      return quoteName(key);
  }
}
