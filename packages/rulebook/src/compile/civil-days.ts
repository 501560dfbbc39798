import type { EndOfMonth } from "../ir/calendar.ts";

/** A day of the proleptic Gregorian calendar, ISO 8601. */
export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_PER_ERA = 146_097;
const DAYS_TO_EPOCH = 719_468;

/**
 * Days since 1970-01-01 to year, month and day, by whole numbers alone: years are counted from 1 March so that
 * the leap day is the last of its year (Hinnant, "chrono-compatible low-level date algorithms").
 */
export function civilFromDays(days: number): CivilDay {
  const shifted = days + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Year, month and day to days since 1970-01-01; a day beyond its month runs on into the next. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * fromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

/** Days in a month of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

/** The same day `count` months later; a day that month lacks follows the declared rule, and is undefined for `reject`. */
export function addMonths(days: number, count: number, endOfMonth: EndOfMonth): number | undefined {
  const { year, month, day } = civilFromDays(days);
  const months = year * 12 + month - 1 + count;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  const last = daysInMonth(toYear, toMonth);
  if (day <= last) return daysFromCivil(toYear, toMonth, day);
  if (endOfMonth === "reject") return undefined;
  return daysFromCivil(toYear, toMonth, last) + (endOfMonth === "up" ? 1 : 0);
}

/**
 * Whole years from one day to another by anniversaries; undefined where `reject` refuses: only on the one day on
 * which a birthday of 29 February makes the answer depend on the rule.
 */
export function yearsBetween(from: number, to: number, endOfMonth: EndOfMonth): number | undefined {
  if (to < from) {
    const years = yearsBetween(to, from, endOfMonth);
    return years === undefined ? undefined : -years + 0;
  }
  if (endOfMonth !== "reject") return anniversariesPassed(from, to, endOfMonth);
  const years = anniversariesPassed(from, to, "down");
  return years === anniversariesPassed(from, to, "up") ? years : undefined;
}

function anniversariesPassed(from: number, to: number, endOfMonth: "down" | "up"): number {
  const years = civilFromDays(to).year - civilFromDays(from).year;
  const anniversary = addMonths(from, years * 12, endOfMonth)!;
  return anniversary <= to ? years : years - 1;
}
