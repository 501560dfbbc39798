import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Line } from "@twinline/zone";
import { forecastLine, GAPS_MIN, type Seen } from "./capacity.ts";
import { COUNT_FRESH_MINUTES } from "./line-count.ts";
import type { LaneGaps, QueueRow } from "./queries.ts";

const MINUTE = 60_000;
const line: Line = {
  gate: "CN-1",
  side: "cn",
  line: "manual",
  lanes: ["1", "2", "3", "4"],
  seconds: { value: 15, source: "E34", confidence: "low" },
};
const passed = (n: number, lanes = ["1", "2"]) => lanes.map((lane) => ({ gate: "CN-1", lane, outcome: "admit", n }));
const gaps = (n: number, mean = 20): LaneGaps => ({ gate: "CN-1", lane: "1", n, mean, variance: 100 });
const count = (more: Partial<QueueRow>): QueueRow => ({
  gate: "CN-1",
  line: "manual",
  lane: null,
  waiting: 60,
  atMs: -MINUTE,
  beforeWaiting: null,
  beforeAtMs: null,
  entry: 9,
  ...more,
});
const seen = (more: Partial<Seen> = {}): Seen => ({
  nowMs: 0,
  lanes: passed(30),
  gaps: [],
  counts: [],
  targetSeconds: 600,
  ...more,
});

describe("What a forecast rests on", () => {
  test("Two counts say how many arrived beyond those who passed", () => {
    const counts = [count({ waiting: 60, beforeWaiting: 30, beforeAtMs: -11 * MINUTE })];
    const told = forecastLine(line, seen({ counts }));
    assert.deepEqual([told.passedPerHour, told.arrivingPerHour, told.nowSeconds], [240, 420, 450]);
    const falling = [count({ waiting: 0, beforeWaiting: 60, beforeAtMs: -11 * MINUTE })];
    assert.equal(forecastLine(line, seen({ counts: falling })).arrivingPerHour, 0, "Never below nobody");
  });

  test("Officers count before their own glass: open lanes that nobody counted are taken alike, and the younger word holds", () => {
    const atGlass = (lane: string, waiting: number, more: Partial<QueueRow> = {}) => count({ lane, waiting, ...more });
    const told = (counts: readonly QueueRow[], lanes = passed(30)) =>
      forecastLine(line, seen({ counts, lanes })).waiting;
    const one = told([atGlass("1", 20)]);
    assert.deepEqual([one?.people, one?.lanes, one?.isFresh], [40, 1, true], "two lanes are open");
    const both = told([atGlass("1", 20), atGlass("2", 10)]);
    assert.deepEqual([both?.people, both?.lanes], [30, 2]);
    assert.equal(
      told([atGlass("1", 20), atGlass("2", 10, { atMs: -30 * MINUTE })])?.people,
      40,
      "an old one is left out",
    );
    assert.equal(
      told([atGlass("1", 20, { atMs: -2 * MINUTE }), count({ waiting: 7 })])?.people,
      7,
      "all of it, and younger",
    );
    assert.equal(told([atGlass("1", 20), count({ waiting: 7, atMs: -2 * MINUTE })])?.people, 40);
    assert.equal(told([atGlass("9", 20)])?.lanes, undefined, "a lane that is none of this line");
  });

  test("A count is believed for so many minutes and not one longer, and two that lie apart are not compared", () => {
    const at = (minutes: number, more: Partial<QueueRow> = {}) =>
      forecastLine(line, seen({ counts: [count({ atMs: -minutes * MINUTE, ...more })] }));
    assert.equal(at(COUNT_FRESH_MINUTES).waiting?.isFresh, true);
    assert.equal(at(COUNT_FRESH_MINUTES).nowSeconds, 450);
    assert.equal(at(COUNT_FRESH_MINUTES + 1).waiting?.isFresh, false);
    assert.ok((at(COUNT_FRESH_MINUTES + 1).nowSeconds ?? 0) < 60, "An old count makes no wait");
    const apart = { beforeWaiting: 0, beforeAtMs: -(COUNT_FRESH_MINUTES + 2) * MINUTE };
    assert.equal(at(1, apart).arrivingPerHour, 240);
  });

  test("The time between passages is the service's only while people stand before every open lane", () => {
    const busy = forecastLine(line, seen({ counts: [count({ waiting: 2 })], gaps: [gaps(GAPS_MIN)] }));
    assert.deepEqual(
      [busy.seconds, busy.variation],
      [
        { value: 20, basis: "observed" },
        { value: 0.25, basis: "observed" },
      ],
    );
    const few = forecastLine(line, seen({ counts: [count({ waiting: 2 })], gaps: [gaps(GAPS_MIN - 1)] }));
    const idle = forecastLine(line, seen({ counts: [count({ waiting: 1 })], gaps: [gaps(GAPS_MIN)] }));
    for (const told of [few, idle]) assert.deepEqual([told.seconds?.basis, told.variation.basis], ["file", "assumed"]);
  });

  test("Without an open lane, or a figure for one person, there is no forecast and no advice", () => {
    const { seconds: _, ...unknown } = line;
    for (const told of [forecastLine(line, seen({ lanes: [] })), forecastLine(unknown, seen())]) {
      assert.deepEqual([told.forecastSeconds, told.advised, told.options], [undefined, undefined, []]);
    }
    assert.equal(forecastLine(line, seen({ lanes: passed(30, ["7"]) })).open, 0, "Another line's lane is not ours");
  });

  test("Lanes that cannot be seen to fall behind say that the wait is not known", () => {
    const full = forecastLine(line, seen({ lanes: passed(60) }));
    assert.deepEqual([full.utilisationPercent, full.nowSeconds], [100, undefined]);
    assert.ok(full.forecastSeconds! > 0);
  });
});
