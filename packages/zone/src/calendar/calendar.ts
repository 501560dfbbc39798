import { dayText, type LegalDay, plainDay } from "./legal-day.ts";

/** Consecutive days of one length: `firstDay` starts at `startsAt` (epoch ms) and each lasts `lengthMs`. */
export type Run = {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly startsAt: number;
  readonly lengthMs: number;
};

/** Legal days of one side, as data both sides sign; the decision looks here and never at a tz database (P21, D9). */
export type Calendar = { readonly side: string; readonly zone: string; readonly runs: readonly Run[] };

/** The instant lies outside the days that the sides have signed. */
export class CalendarError extends Error {
  readonly id = "calendar/not-signed";
  readonly side: string;
  readonly atMs: number;

  constructor(side: string, atMs: number) {
    super(`Cannot find the legal day of ${atMs} ms: the calendar of "${side}" does not reach it`);
    this.side = side;
    this.atMs = atMs;
  }
}

/**
 * Calendar of a side from the tz database of this machine, for the sides to compare and sign; days inclusive.
 * Almaty's 2024-02-29 comes out 25 hours long (UTC+6 to UTC+5; law.md, E204).
 */
export function calendarOf(side: string, zone: string, firstDay: LegalDay, lastDay: LegalDay): Calendar {
  if (lastDay < firstDay)
    throw new RangeError(`Cannot make a calendar from ${dayText(firstDay)} to ${dayText(lastDay)}`);
  const runs: Run[] = [];
  let startsAt = startOf(zone, firstDay);
  for (let day: number = firstDay; day <= lastDay; day += 1) {
    const endsAt = startOf(zone, day + 1);
    extend(runs, day, startsAt, endsAt - startsAt);
    startsAt = endsAt;
  }
  return { side, zone, runs };
}

/** The legal day of an instant. Throws CalendarError before the first and after the last signed day. */
export function legalDayAt({ side, runs }: Calendar, atMs: number): LegalDay {
  const run = runs.findLast((one) => one.startsAt <= atMs);
  if (run === undefined) throw new CalendarError(side, atMs);
  const day = run.firstDay + Math.floor((atMs - run.startsAt) / run.lengthMs);
  if (day > run.lastDay) throw new CalendarError(side, atMs);
  return day as LegalDay;
}

/** Start and end of a legal day in epoch ms, the end excluded; undefined when it is not signed. */
export function boundsOf({ runs }: Calendar, day: number): { startsAt: number; endsAt: number } | undefined {
  const run = runs.find((one) => one.firstDay <= day && day <= one.lastDay);
  if (run === undefined) return undefined;
  const startsAt = run.startsAt + (day - run.firstDay) * run.lengthMs;
  return { startsAt, endsAt: startsAt + run.lengthMs };
}

function startOf(zone: string, day: number): number {
  return plainDay(day).toZonedDateTime(zone).epochMilliseconds;
}

function extend(runs: Run[], day: number, startsAt: number, lengthMs: number): void {
  const last = runs.at(-1);
  if (last !== undefined && last.lengthMs === lengthMs) runs[runs.length - 1] = { ...last, lastDay: day };
  else runs.push({ firstDay: day, lastDay: day, startsAt, lengthMs });
}
