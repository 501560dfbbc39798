import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { boundsOf, type Calendar, legalDayAt } from "../calendar/calendar.ts";
import { legalDaysInDoubt } from "../calendar/doubt.ts";
import { dayNumber, dayText, instantMs } from "../calendar/legal-day.ts";
import { nextPeriodStart, type Period, periodStart } from "../calendar/period.ts";
import { stayCases } from "./cases.ts";
import { entryStanding } from "./standing.ts";
import type { StayTerms } from "./terms.ts";
import { type Movement, visitsOf } from "./visits.ts";

const HOUR_MS = 3_600_000;
const CASES_LEAST = 60;

type Run = { firstDay: string; lastDay: string; startsAt: string; lengthHours: number };
type Given = {
  side: "cn" | "kz";
  at: string;
  day: string;
  doubtMs: number;
  period: Period;
  terms: StayTerms;
  movements: string[];
};
type Case = { n: number; kind: string; given: Given; expected: unknown; note: string };
type Table = { calendars: Record<"cn" | "kz", { side: string; zone: string; runs: Run[] }>; cases: Case[] };

const table: Table = JSON.parse(
  readFileSync(new URL("../../../../conformance/time/cases.json", import.meta.url), "utf8"),
);

function calendarOf(side: string): Calendar {
  const { zone, runs } = table.calendars[side as "cn" | "kz"];
  return {
    side,
    zone,
    runs: runs.map(({ firstDay, lastDay, startsAt, lengthHours }) => ({
      firstDay: dayNumber(firstDay),
      lastDay: dayNumber(lastDay),
      startsAt: instantMs(startsAt),
      lengthMs: lengthHours * HOUR_MS,
    })),
  };
}

function movementsOf(texts: readonly string[]): readonly Movement[] {
  return texts.map((text, index) => {
    const [direction, at] = text.split(" ") as ["in" | "out", string];
    return { entry: index + 1, direction, gate: "G", atMs: instantMs(at) };
  });
}

const told: Readonly<Record<string, (given: Given) => unknown>> = {
  day: ({ side, at }) => dayText(legalDayAt(calendarOf(side), instantMs(at))),
  bounds: ({ side, day }) => {
    const bounds = boundsOf(calendarOf(side), dayNumber(day))!;
    return { from: bounds.startsAt, to: bounds.endsAt, hours: (bounds.endsAt - bounds.startsAt) / HOUR_MS };
  },
  period: ({ period, day }) => ({
    from: dayText(periodStart(period, dayNumber(day))),
    next: dayText(nextPeriodStart(period, dayNumber(day))),
  }),
  doubt: ({ side, at, doubtMs }) => legalDaysInDoubt(calendarOf(side), instantMs(at), doubtMs).map(dayText),
  entry: ({ terms, movements, at }) => {
    const { visits } = visitsOf(movementsOf(movements));
    const {
      closed,
      endsAtMs,
      endsBy: _,
      ...rest
    } = entryStanding(terms, calendarOf(terms.side), visits, instantMs(at));
    const opening = closed.map(({ opensAtMs, limit }) => ({ limit, opensAt: opensAtMs }));
    return { closed: opening, ...rest, ...(endsAtMs === undefined ? {} : { endsAt: endsAtMs }) };
  },
  cases: ({ terms, movements, at }) => stayCases(terms, calendarOf(terms.side), movementsOf(movements), instantMs(at)),
};

/** Instants of the table as milliseconds, so that an offset is only a way of writing. */
function inMilliseconds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inMilliseconds);
  if (typeof value === "string" && value.includes("T")) return instantMs(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inMilliseconds(one)]));
}

describe("The table of boundary cases of time", () => {
  test(`holds at least ${CASES_LEAST} cases, each with its reasoning`, () => {
    assert.ok(table.cases.length >= CASES_LEAST);
    assert.ok(table.cases.every(({ note }) => note.length > 0));
  });

  for (const { n, kind, given, expected, note } of table.cases) {
    test(`case ${n}, ${kind}: ${note}`, () => assert.deepEqual(told[kind]!(given), inMilliseconds(expected)));
  }
});
