import type { Calendar } from "../calendar/calendar.ts";
import { type StayEnd, stayEnd, windowOf } from "./standing.ts";
import type { StayTerms } from "./terms.ts";
import { type Ticks, ticksOf } from "./ticks.ts";
import { type Movement, presenceOf, type Visit, visitsOf } from "./visits.ts";

/**
 * Something about a person's stays that a human must look at, with the numbers of the entries that prove it. No case
 * decides or punishes.
 */
export type StayCase = {
  readonly kind: "overstay" | "missing-exit" | "missing-entry";
  /** Numbers of the entries behind it, in order. */
  readonly entries: readonly number[];
  /** Of an overstay: the limit passed, begun days past it, and whether the stay still goes on. */
  readonly limit?: StayEnd["limit"];
  readonly daysOver?: number;
  readonly isInside?: boolean;
};

/** All cases of one person's movements up to an instant, in order of their last entry. */
export function stayCases(
  terms: StayTerms,
  calendar: Calendar,
  movements: readonly Movement[],
  atMs: number,
): readonly StayCase[] {
  const { visits, withoutExit, withoutEntry } = visitsOf(movements);
  const last = movements.reduce((most, { entry }) => Math.max(most, entry), 0);
  const overstays = visits.flatMap((visit, index) => {
    const isInside = visit.left === undefined && isLastMovement(visit.entered, last);
    const until = visit.left?.atMs ?? (isInside ? atMs : undefined);
    // Of a visit whose exit was missed nobody knows how long it was: that is a case of its own.
    return until === undefined ? [] : overstay(terms, calendar, visits.slice(0, index), visit, until, isInside);
  });
  const unpaired: readonly StayCase[] = [
    ...withoutExit.map(
      ({ entered, next }): StayCase => ({ kind: "missing-exit", entries: [entered.entry, next.entry] }),
    ),
    ...withoutEntry.map(
      ({ left, before }): StayCase => ({
        kind: "missing-entry",
        entries: before === undefined ? [left.entry] : [before.entry, left.entry],
      }),
    ),
  ];
  return [...overstays, ...unpaired].toSorted((a, b) => a.entries.at(-1)! - b.entries.at(-1)!);
}

function isLastMovement({ entry }: Movement, last: number): boolean {
  return entry === last;
}

function overstay(
  terms: StayTerms,
  calendar: Calendar,
  earlier: readonly Visit[],
  visit: Visit,
  untilMs: number,
  isInside: boolean,
): readonly StayCase[] {
  const ticks = ticksOf(terms.clock, calendar);
  const start = ticks.tickAt(visit.entered.atMs);
  const end = stayEnd(terms, ticks, presenceOf(earlier, ticks), start);
  const over = end === undefined ? 0 : ticks.tickAfter(untilMs) - end.tick;
  if (end === undefined || over <= 0) return [];
  const proof = end.limit === "window" ? [...inWindow(terms, ticks, earlier, end.tick), visit] : [visit];
  const daysOver = Math.ceil(over / ticks.perDay);
  return [{ kind: "overstay", limit: end.limit, daysOver, isInside, entries: proof.flatMap(numbersOf) }];
}

/** Earlier visits that used days of the window which ends with the first tick too many. */
function inWindow(terms: StayTerms, ticks: Ticks, earlier: readonly Visit[], tick: number): readonly Visit[] {
  const from = tick + 1 - (windowOf(terms, ticks)?.within ?? 0);
  return earlier.filter((visit) => presenceOf([visit], ticks).some((span) => span.to > from));
}

function numbersOf({ entered, left }: Visit): readonly number[] {
  return left === undefined ? [entered.entry] : [entered.entry, left.entry];
}
