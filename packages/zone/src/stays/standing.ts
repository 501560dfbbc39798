import type { Calendar } from "../calendar/calendar.ts";
import { legalDayAt } from "../calendar/calendar.ts";
import { nextPeriodStart, periodStart } from "../calendar/period.ts";
import type { StayTerms } from "./terms.ts";
import { type Span, type Ticks, ticksOf } from "./ticks.ts";
import { presenceOf, type Visit } from "./visits.ts";
import { usedInWindow, type Window, windowEnds, windowOpens } from "./window.ts";

export type StayLimit = "per-visit" | "window" | "entries" | "cool-off";

/** The tick on which a stay that began at some tick is over, and the limit that says so. */
export type StayEnd = { readonly tick: number; readonly limit: "per-visit" | "window" };

/** A limit that forbids an entry now; `opensAtMs` is absent where it never opens or the day is not signed yet. */
export type Closed = { readonly limit: StayLimit; readonly opensAtMs?: number };

/** What the law of stays says to an entry. It decides nothing: the rulebook does. Counts are of before this entry. */
export type EntryStanding = {
  readonly closed: readonly Closed[];
  /** Days left in the window, this day among them. */
  readonly windowDaysLeft?: number;
  readonly entriesLeft?: number;
  /** Instant before which the stay must end if it begins now; absent without a limit. */
  readonly endsAtMs?: number;
  readonly endsBy?: StayEnd["limit"];
};

/** The person's earlier visits against the terms, for an entry at an instant. Visits are in order, none of them open. */
export function entryStanding(
  terms: StayTerms,
  calendar: Calendar,
  visits: readonly Visit[],
  atMs: number,
): EntryStanding {
  const ticks = ticksOf(terms.clock, calendar);
  const spans = presenceOf(visits, ticks);
  const start = ticks.tickAt(atMs);
  const window = windowOf(terms, ticks);
  const entries = entriesUsed(terms, calendar, visits, atMs);
  const closed = [
    ...closedBy("window", ticks, start, window === undefined ? start : windowOpens(spans, window, start)),
    ...closedBy("cool-off", ticks, start, coolOffEnds(terms, ticks, spans, start)),
    ...entriesClosed(terms, calendar, entries, atMs),
  ];
  const end = closed.length === 0 ? stayEnd(terms, ticks, spans, start) : undefined;
  return {
    closed,
    ...(window === undefined ? {} : { windowDaysLeft: daysFree(window, ticks, spans, start) }),
    ...(terms.entries === undefined ? {} : { entriesLeft: Math.max(0, terms.entries.most - entries) }),
    ...(end === undefined ? {} : { endsBy: end.limit, ...at("endsAtMs", ticks.startOf(end.tick)) }),
  };
}

/** Where a stay from `start` on ends, after the presence in `spans` (joined); undefined without a limit. */
export function stayEnd(terms: StayTerms, ticks: Ticks, spans: readonly Span[], start: number): StayEnd | undefined {
  const window = windowOf(terms, ticks);
  const byWindow = window === undefined ? undefined : windowEnds(spans, window, start);
  const byVisit = terms.perVisit === undefined ? undefined : start + terms.perVisit * ticks.perDay;
  if (byVisit !== undefined && (byWindow === undefined || byVisit <= byWindow))
    return { tick: byVisit, limit: "per-visit" };
  return byWindow === undefined ? undefined : { tick: byWindow, limit: "window" };
}

/** The window of the terms in ticks. */
export function windowOf({ window }: StayTerms, { perDay }: Ticks): Window | undefined {
  return window && { most: window.days * perDay, within: window.within * perDay };
}

function daysFree(window: Window, { perDay }: Ticks, spans: readonly Span[], start: number): number {
  return Math.max(0, Math.floor((window.most - usedInWindow(spans, window, start)) / perDay));
}

/** The day of exit and `coolOff` whole days after it are closed; on the clock of 24 hours, that time from the exit. */
function coolOffEnds({ coolOff }: StayTerms, { perDay }: Ticks, spans: readonly Span[], start: number): number {
  const last = spans.at(-1);
  return coolOff === undefined || coolOff === 0 || last === undefined ? start : last.to + coolOff * perDay;
}

function closedBy(limit: StayLimit, ticks: Ticks, start: number, opens: number | undefined): readonly Closed[] {
  if (opens === undefined) return [{ limit }];
  return opens <= start ? [] : [{ limit, ...at("opensAtMs", ticks.startOf(opens)) }];
}

function entriesUsed({ entries }: StayTerms, calendar: Calendar, visits: readonly Visit[], atMs: number): number {
  if (entries === undefined) return 0;
  const period = periodStart(entries.per, legalDayAt(calendar, atMs));
  return visits.filter(({ entered }) => periodStart(entries.per, legalDayAt(calendar, entered.atMs)) === period).length;
}

function entriesClosed({ entries }: StayTerms, calendar: Calendar, used: number, atMs: number): readonly Closed[] {
  if (entries === undefined || used < entries.most) return [];
  if (entries.most <= 0) return [{ limit: "entries" }];
  const next = nextPeriodStart(entries.per, legalDayAt(calendar, atMs));
  return [{ limit: "entries", ...at("opensAtMs", ticksOf("legal_days", calendar).startOf(next)) }];
}

function at<K extends "opensAtMs" | "endsAtMs">(key: K, value: number | undefined): { readonly [name in K]?: number } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in K]: number });
}
