import { boundsOf, type Calendar, legalDayAt } from "../calendar/calendar.ts";

/** Presence from `from` on and before `to`, in ticks. */
export type Span = { readonly from: number; readonly to: number };

/**
 * What a law counts a stay in. `legal_days`: every legal day of the side on which someone was present, the days of entry
 * and of exit included. `hours_24`: time itself, a day being 24 hours from the entry, whatever midnight it crosses.
 */
export const stayClocks = ["legal_days", "hours_24"] as const;
export type StayClock = (typeof stayClocks)[number];

/**
 * The tick is a legal day or a millisecond: presence becomes spans of integers, and every limit is one sum over them.
 * A side's ticks are made from its own calendar, so that two clocks may hold in one zone.
 */
export type Ticks = {
  /** Ticks of one day of the law. */
  readonly perDay: number;
  readonly tickAt: (atMs: number) => number;
  /** First tick that presence up to an instant no longer covers. */
  readonly tickAfter: (atMs: number) => number;
  /** Instant at which a tick begins, in epoch ms; undefined where the side's days are not signed. */
  readonly startOf: (tick: number) => number | undefined;
};

const DAY_MS = 86_400_000;

const hours: Ticks = { perDay: DAY_MS, tickAt: (atMs) => atMs, tickAfter: (atMs) => atMs, startOf: (tick) => tick };

export function ticksOf(clock: StayClock, calendar: Calendar): Ticks {
  return clock === "hours_24" ? hours : legalDays(calendar);
}

function legalDays(calendar: Calendar): Ticks {
  const dayAt = (atMs: number): number => legalDayAt(calendar, atMs);
  return {
    perDay: 1,
    tickAt: dayAt,
    tickAfter: (atMs) => dayAt(atMs) + 1,
    startOf: (day) => boundsOf(calendar, day)?.startsAt ?? boundsOf(calendar, day - 1)?.endsAt,
  };
}

/** The spans in order, none touching another: a day on which someone left and came back counts once. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (last === undefined || last.to < span.from) kept.push(span);
    else if (last.to < span.to) kept[kept.length - 1] = { from: last.from, to: span.to };
  }
  return kept;
}

/** Ticks present between two ticks, `to` excluded; the spans are joined. */
export function presentBetween(spans: readonly Span[], from: number, to: number): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0);
}
