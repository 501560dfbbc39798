import { dayNumber, dayText, instantMs, instantText, quarterOf, quarterStart, type World } from "@twinline/zone";
import { RequestError } from "../errors.ts";

/** Quarters by which a side's legal day can begin before or after midnight UTC. */
const AROUND = 56;
/** Quarters of the longest legal day. */
const DAY_QUARTERS_MAX = 100;

/** A legal day of this side with its quarters: from the first to before `until`. */
export type RoadDay = { readonly day: string; readonly from: number; readonly until: number };

/** The quarters of a legal day, from the signed calendar. Throws RequestError 400 for a day that is not signed. */
export function roadDay(world: World, text: string): RoadDay {
  try {
    const day = dayNumber(text);
    const from = firstQuarter(world, day);
    const until = firstQuarter(world, day + 1);
    if (until > from && until - from <= DAY_QUARTERS_MAX) return { day: text, from, until };
  } catch {
    // A day that no calendar has, and one that is not signed, are the same mistake.
  }
  throw notSigned("/day");
}

/** The legal day of an instant. */
export function dayAt(world: World, atMs: number): string {
  return dayText(world.legalDay(atMs));
}

/** The quarter that begins at an instant. Throws RequestError 400 when none begins there. */
export function quarterAt(text: string, field: string): number {
  const atMs = instantMs(text);
  const quarter = quarterOf(atMs);
  if (quarterStart(quarter) === atMs) return quarter;
  throw new RequestError("request/invalid", 400, `Cannot take the time: no slot begins at "${field}"`, { field });
}

export function quarterText(quarter: number): string {
  return instantText(quarterStart(quarter));
}

function firstQuarter({ legalDay }: World, day: number): number {
  const midnight = quarterOf(day * 86_400_000);
  const around = Array.from({ length: 2 * AROUND }, (_, at) => midnight - AROUND + at);
  const first = around.find((quarter) => legalDay(quarterStart(quarter)) >= day);
  if (first === undefined) throw new RangeError(`Cannot find the day ${day}`);
  return first;
}

function notSigned(field: string): RequestError {
  return new RequestError("request/invalid", 400, `Cannot take the day: "${field}" is no day that this side knows`, {
    field,
  });
}
