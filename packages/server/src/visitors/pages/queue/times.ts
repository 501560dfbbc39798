import { formatDay } from "@twinline/rulebook";
import { dayNumber } from "@twinline/zone";
import type { Telling } from "../told.ts";

const CLOCK_CHARS = 5;

/** Day and time by the clock of this side. */
export function moment(at: string, clock: string, { language }: Telling): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(clock).toPlainDate().toString();
  return `${formatDay(language, dayNumber(day))} ${timeOf(at, clock)}`;
}

/** Time by the clock of this side, e.g. 14:15. */
export function timeOf(at: string, clock: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(clock).toPlainTime().toString().slice(0, CLOCK_CHARS);
}

/** Difference of the clock to UTC, e.g. +08:00. */
export function offsetOf(at: string, clock: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(clock).offset;
}
