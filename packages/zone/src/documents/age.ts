import { plainDay } from "../calendar/legal-day.ts";
import type { BirthDate } from "./travel-document.ts";

/** Ages in whole years that a date of birth allows; they differ only where parts of it are unknown. */
export type Age = { readonly least: number; readonly most: number };

/** First day that the date of birth allows; undefined when not even the year is known. */
export function earliestDay({ year, month = 1, day = 1 }: BirthDate): Temporal.PlainDate | undefined {
  return year === undefined ? undefined : Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
}

/** Last day that the date of birth allows: who may be a minor counts as one. */
export function latestDay({ year, month = 12, day }: BirthDate): Temporal.PlainDate | undefined {
  if (year === undefined) return undefined;
  const last = day ?? Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return Temporal.PlainDate.from({ year, month, day: last }, { overflow: "reject" });
}

/** Age on a legal day (days since 1970-01-01); undefined when the year of birth is unknown. */
export function ageOn(born: BirthDate, legalDay: number): Age | undefined {
  const earliest = earliestDay(born);
  const latest = latestDay(born);
  if (earliest === undefined || latest === undefined) return undefined;
  const day = plainDay(legalDay);
  return { least: yearsBetween(latest, day), most: yearsBetween(earliest, day) };
}

/**
 * Whole years between a birth and a day. Who was born on 29 February completes a year on 1 March of a common year; where
 * a side's law says otherwise, its rulebook must.
 */
export function yearsBetween(born: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const before = day.month < born.month || (day.month === born.month && day.day < born.day);
  return day.year - born.year - (before ? 1 : 0);
}
