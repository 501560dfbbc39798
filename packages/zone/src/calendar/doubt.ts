import { type Calendar, legalDayAt } from "./calendar.ts";
import type { LegalDay } from "./legal-day.ts";

/** A clock in greater doubt proves nothing of the day: whoever holds it asks a human. */
export const DOUBT_MS_MAX = 86_400_000;

/**
 * Legal days that an instant may lie in when its clock may be wrong by `doubtMs` to either side; the first is the
 * earliest. What is decided at such an instant must fit every one of them (P21, D9).
 * Throws RangeError beyond DOUBT_MS_MAX, CalendarError outside the signed days.
 */
export function legalDaysInDoubt(calendar: Calendar, atMs: number, doubtMs: number): readonly LegalDay[] {
  if (!(doubtMs >= 0 && doubtMs <= DOUBT_MS_MAX))
    throw new RangeError(`Cannot find the legal days: a doubt of ${doubtMs} ms is not between 0 and ${DOUBT_MS_MAX}`);
  const first = legalDayAt(calendar, atMs - doubtMs);
  const last = legalDayAt(calendar, atMs + doubtMs);
  return Array.from({ length: last - first + 1 }, (_, after) => (first + after) as LegalDay);
}
