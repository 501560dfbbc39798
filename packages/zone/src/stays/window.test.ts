import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { joined, type Span } from "./ticks.ts";
import { usedInWindow, type Window, windowEnds, windowOpens } from "./window.ts";

const SCHENGEN: Window = { most: 90, within: 180 };
/** Days of generated histories, and beyond them until every window has run empty. */
const HISTORY = 400;
const BEYOND = HISTORY + 800;

/** Regulation (EU) 2016/399, art. 6(1), day by day with a set: slow and plain, and so the judge of the walk. */
function isOverOn(present: ReadonlySet<number>, { most, within }: Window, day: number): boolean {
  let used = 0;
  for (let back = 0; back < within; back += 1) if (present.has(day - back)) used += 1;
  return used > most;
}

function daysOf(spans: readonly Span[]): Set<number> {
  return new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, after) => from + after)));
}

function endsByHand(present: ReadonlySet<number>, window: Window, start: number): number | undefined {
  const days = new Set(present);
  for (let day = start; day < start + 2 * window.within; day += 1) {
    days.add(day);
    if (isOverOn(days, window, day)) return day;
  }
  return undefined;
}

function opensByHand(present: ReadonlySet<number>, window: Window, from: number): number | undefined {
  for (let day = from; day < BEYOND; day += 1) if (!isOverOn(new Set([...present, day]), window, day)) return day;
  return undefined;
}

const history = fc
  .array(fc.record({ from: fc.nat({ max: HISTORY }), length: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 })
  .map((stays) => joined(stays.map(({ from, length }) => ({ from, to: Math.min(from + length, HISTORY + 1) }))));

const windows = fc.oneof(
  fc.constant(SCHENGEN),
  fc.record({ most: fc.integer({ min: 1, max: 12 }), within: fc.integer({ min: 1, max: 25 }) }),
);

describe("The rolling window", () => {
  test("says the days used as a count of days does", () => {
    fc.assert(
      fc.property(history, windows, fc.nat({ max: HISTORY }), (spans, window, day) => {
        const days = daysOf(spans);
        const used = Array.from({ length: window.within }, (_, back) => day - back).filter((one) => days.has(one));
        assert.equal(usedInWindow(spans, window, day), used.length);
      }),
      { numRuns: 500 },
    );
  });

  test("ends an unbroken stay on the day that an oracle finds day by day", () => {
    fc.assert(
      fc.property(history, windows, fc.nat({ max: HISTORY }), (spans, window, start) => {
        const past = joined(
          spans.filter(({ from }) => from < start).map((span) => ({ ...span, to: Math.min(span.to, start) })),
        );
        assert.equal(windowEnds(spans, window, start), endsByHand(daysOf(past), window, start));
      }),
      { numRuns: 1_000 },
    );
  });

  test("opens again on the day that an oracle finds day by day", () => {
    fc.assert(
      fc.property(history, windows, fc.nat({ max: 1 }), (spans, window, later) => {
        const from = Math.max(0, (spans.at(-1)?.to ?? 1) - 1) + later;
        assert.equal(windowOpens(spans, window, from), opensByHand(daysOf(spans), window, from));
      }),
      { numRuns: 500 },
    );
  });

  test("of 90 days in 180 lets who stayed 90 days come back on the 181st", () => {
    const spans = [{ from: 0, to: 90 }];
    assert.equal(windowEnds([], SCHENGEN, 0), 90);
    assert.equal(windowOpens(spans, SCHENGEN, 90), 180);
    assert.equal(windowEnds(spans, SCHENGEN, 180), 270);
  });

  test("that allows nothing never opens, and one as long as its days never ends", () => {
    assert.equal(windowOpens([], { most: 0, within: 180 }, 5), undefined);
    assert.equal(windowEnds([], { most: 180, within: 180 }, 5), undefined);
    assert.equal(windowEnds([], { most: 0, within: 180 }, 5), 5);
  });
});
