import { accept, type Reading, refuse } from "./reading.ts";

const epoch = Temporal.PlainDate.from("1970-01-01");

/** Days and moments a rulebook may speak of: every calendar in use agrees on them. */
export const firstDay = dayNumber(Temporal.PlainDate.from("1900-01-01"));
export const lastDay = dayNumber(Temporal.PlainDate.from("2199-12-31"));
/** Milliseconds of a day of 24 hours. */
export const dayLength = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(date: Temporal.PlainDate): number {
  return epoch.until(date).days;
}

/** The day as `2025-06-01`. */
export function dayText(day: number): string {
  return epoch.add({ days: day }).toString();
}

/** Reads `2025-06-01` as days since 1970-01-01; from 1900 to 2199. */
export function parseDay(text: string): Reading<number> {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return refuse('a day such as "2025-06-01" is expected');
  try {
    const day = dayNumber(Temporal.PlainDate.from(text, { overflow: "reject" }));
    return day < firstDay || day > lastDay ? refuse("a day from 1900 to 2199 is expected") : accept(day);
  } catch {
    return refuse("the calendar has no such day");
  }
}

/** Reads `2025-06-01T09:30+08:00` or `…T01:30:00.250Z` as milliseconds since 1970; the offset is required. */
export function parseMoment(text: string): Reading<number> {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) {
    return refuse('a moment with its offset such as "2025-06-01T09:30+08:00" is expected');
  }
  const day = parseDay(text.slice(0, 10));
  if (!day.ok) return day;
  try {
    return accept(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return refuse("the clock has no such moment");
  }
}

/** The calendar day of a moment in a time zone, as days since 1970-01-01. */
export function dayIn(zone: string, moment: number): number {
  return dayNumber(Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate());
}
