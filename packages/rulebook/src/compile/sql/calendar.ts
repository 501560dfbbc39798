import type { EndOfMonth } from "../../ir/calendar.ts";
import type { Dialect } from "./dialect.ts";
import { type SqlScope, share } from "./scope.ts";

const DAYS_TO_EPOCH = 719_468;

/** Months since year 0 of a day. */
export function monthsText(day: string, dialect: Dialect): string {
  return `(${dialect.year(day)} * 12 + ${dialect.month(day)} - 1)`;
}

/** Days since 1970 of the first of a month, by the integer arithmetic of `daysFromCivil`; years begin in March. */
function firstDayText(months: string, { divide }: Dialect): string {
  const fromMarch = `(${months} - 2)`;
  const year = divide(fromMarch, "12");
  const month = `(${fromMarch} - 12 * ${year})`;
  const leaps = `${divide(year, "4")} - ${divide(year, "100")} + ${divide(year, "400")}`;
  return `(365 * ${year} + ${leaps} + ${divide(`(153 * ${month} + 2)`, "5")} - ${DAYS_TO_EPOCH})`;
}

/** `addMonths`; what `reject` refuses is for `isRefused` to say. */
export function addMonthsText(day: string, count: string, endOfMonth: EndOfMonth, scope: SqlScope): string {
  const { dialect } = scope;
  const { months, last } = target(day, count, scope);
  const beyond = endOfMonth === "up" ? last : `${last} - 1`;
  const own = dialect.day(day);
  return `(${firstDayText(months, dialect)} + CASE WHEN ${own} <= ${last} THEN ${own} - 1 ELSE ${beyond} END)`;
}

/** Whether the month `count` months later lacks the day. */
export function lacksDayText(day: string, count: string, scope: SqlScope): string {
  return `${scope.dialect.day(day)} > ${target(day, count, scope).last}`;
}

function target(day: string, count: string, scope: SqlScope): { readonly months: string; readonly last: string } {
  const { dialect } = scope;
  const months = share(`(${monthsText(day, dialect)} + ${count})`, scope);
  const last = `(${firstDayText(`(${months} + 1)`, dialect)} - ${firstDayText(months, dialect)})`;
  return { months, last: share(last, scope) };
}

/** `yearsBetween`: anniversaries passed, whichever of the two days is the earlier. */
export function yearsBetweenText(from: string, to: string, endOfMonth: EndOfMonth, dialect: Dialect): string {
  const passed = (a: string, b: string) => anniversaries(a, b, endOfMonth, dialect);
  return `(CASE WHEN ${to} >= ${from} THEN ${passed(from, to)} ELSE -${passed(to, from)} END)`;
}

/** Whether the answer turns on the declared rule: born on 29 February, asked on 28 February of a common year. */
export function isLeapDoubtText(from: string, to: string, dialect: Dialect): string {
  return `(CASE WHEN ${to} >= ${from} THEN ${isDoubt(from, to, dialect)} ELSE ${isDoubt(to, from, dialect)} END)`;
}

function anniversaries(from: string, to: string, endOfMonth: EndOfMonth, dialect: Dialect): string {
  const reached = `${monthDay(to, dialect)} >= ${monthDay(from, dialect)}`;
  const test = endOfMonth === "down" ? `(${reached} OR ${isDoubt(from, to, dialect)})` : reached;
  return `(${dialect.year(to)} - ${dialect.year(from)} - CASE WHEN ${test} THEN 0 ELSE 1 END)`;
}

function isDoubt(from: string, to: string, dialect: Dialect): string {
  const isCommon = `${dialect.month(`${to} + 1`)} = 3`;
  return `(${monthDay(from, dialect)} = 229 AND ${monthDay(to, dialect)} = 228 AND ${isCommon})`;
}

function monthDay(day: string, dialect: Dialect): string {
  return `(${dialect.month(day)} * 100 + ${dialect.day(day)})`;
}
