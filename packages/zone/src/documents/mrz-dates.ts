import { earliestDay } from "./age.ts";
import { DocumentError, type DocumentField } from "./document-error.ts";
import type { Slot } from "./mrz-layouts.ts";
import { digitsAt, placeOf, type Zone } from "./mrz-zone.ts";
import type { BirthDate } from "./travel-document.ts";

/** A document that expired this long ago, or expires later than this, would be read a century off. */
export const EXPIRY_PAST_YEARS_MAX = 50;

const UNKNOWN = "<<";

/**
 * Date of birth YYMMDD with `<<` for parts that are not known (9303-3 §3.8). The century is the latest in which the
 * date is not after `today`. Nothing at all known gives an empty date.
 */
export function birthDateAt(zone: Zone, slot: Slot, today: Temporal.PlainDate): BirthDate {
  const [yy, mm, dd] = pairsAt(zone, slot, "born");
  const rest = { ...part("month", mm), ...part("day", dd) };
  if (yy === UNKNOWN) return assertReal(slot, rest);
  const thisCentury = Math.floor(today.year / 100) * 100 + Number(yy);
  const candidates = [thisCentury, thisCentury - 100].map((year) => ({ year, ...rest }));
  const real = candidates.filter((date) => isReal(date));
  const found = real.find((date) => Temporal.PlainDate.compare(earliestDay(date)!, today) <= 0);
  if (found !== undefined) return found;
  throw dateError(slot, "born");
}

/** Date of expiry YYMMDD, or undefined where only fillers stand; the year is the one nearest to `today`. */
export function expiryAt(zone: Zone, slot: Slot, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const pairs = pairsAt(zone, slot, "expires");
  if (pairs.every((pair) => pair === UNKNOWN)) return undefined;
  if (pairs.includes(UNKNOWN)) throw dateError(slot, "expires");
  const [yy, month, day] = pairs.map(Number) as [number, number, number];
  const first = today.year - EXPIRY_PAST_YEARS_MAX;
  const year = first + ((((yy - first) % 100) + 100) % 100);
  if (!isReal({ year, month, day })) throw dateError(slot, "expires");
  return Temporal.PlainDate.from({ year, month, day });
}

function pairsAt(zone: Zone, slot: Slot, field: DocumentField): readonly [string, string, string] {
  const text = digitsAt(zone, slot, field, true);
  const pairs = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)] as const;
  // A single filler within a pair is neither a number nor a statement that it is unknown.
  if (pairs.some((pair) => pair !== UNKNOWN && pair.includes("<"))) throw dateError(slot, field);
  return pairs;
}

function part(name: "month" | "day", pair: string): BirthDate {
  return pair === UNKNOWN ? {} : { [name]: Number(pair) };
}

function assertReal(slot: Slot, date: BirthDate): BirthDate {
  if (isReal(date)) return date;
  throw dateError(slot, "born");
}

/** Whether the known parts can be those of a day; an unknown year is taken as a leap year. */
export function isReal({ year = 2000, month = 1, day = 1 }: BirthDate): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

function dateError(slot: Slot, field: DocumentField): DocumentError {
  return new DocumentError("document/date", { field, place: placeOf(slot), expected: "a date as year, month, day" });
}
