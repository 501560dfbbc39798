import assert from "node:assert/strict";
import { test } from "node:test";
import { indicators, observations } from "../indicators/registry.ts";
import { alarmHistory, withAlarms } from "./alarm-events.ts";
import { khorgosChronology, khorgosStreams, type StreamEvent, type Streams } from "./events.ts";
import { quartersOf, quarterText } from "./quarters.ts";
import { weightSensitivity } from "./sensitivity.ts";
import { validateWindows, without } from "./validation.ts";
import { usualWindowRule, windowsOf } from "./windows.ts";

test("dates are read with the precision they have", () => {
  assert.deepEqual(quartersOf("1983"), { first: 1983 * 4, last: 1983 * 4 + 3 });
  assert.deepEqual(quartersOf("2002-12"), { first: 2002 * 4 + 3, last: 2002 * 4 + 3 });
  assert.equal(quarterText(quartersOf("2004-09-24").first), "2004-Q3");
  assert.throws(() => quartersOf("2004-13"), { path: "date" });
});

const known = { name: { zh: "", kk: "", ru: "", en: "" }, source: "test", confidence: "A" } as const;
const event = (from: string, stream: "problem" | "politics"): StreamEvent => ({
  ...known,
  code: `${stream} ${from}`,
  from,
  stream,
  kind: "focusing",
  topic: "18",
});
const toy: Streams = {
  events: [event("2000-01", "problem"), event("2000-01", "politics")],
  proposals: [
    {
      ...known,
      code: "one",
      stages: [
        { from: "2000-01", stage: "draft" },
        { from: "2002-01", stage: "adopted" },
      ],
      checklist: { technical: 1, budget: 1, law: 1, acceptance: 1, capacity: null },
    },
  ],
};
const rule = { ...usualWindowRule, from: 2000, to: 2003 };

test("an event loses half its weight in a half-life, and the score is the geometric mean of the streams", () => {
  const { points } = windowsOf(toy, rule);
  assert.deepEqual(points[8]!.streams, { problem: 0.5, policy: 0.9, politics: 1.5 });
  assert.ok(Math.abs(points[8]!.score - (0.5 * 0.9 * 1.5) ** (1 / 3)) < 1e-12);
  // Adopted in the first quarter of 2002: the stream is dry afterwards, and so is the score.
  assert.equal(points[9]!.streams.policy, 0);
  assert.equal(points[9]!.score, 0);
  assert.equal(points[9]!.open, false);
});

test("a window opens only after the streams have met for so many quarters", () => {
  const streams = { ...toy, events: [event("2000-01", "problem"), event("2001-01", "politics")] };
  const { points } = windowsOf(streams, { ...rule, percentile: 0 });
  assert.deepEqual(
    points.slice(3, 7).map(({ open }) => open),
    [false, false, true, true],
  );
});

test("a change is judged without what it wrote itself", () => {
  const change = {
    date: "2002-01",
    kind: "change",
    own: ["one@adopted", "problem 2000-01"],
    name: known.name,
  } as const;
  const rest = without(toy, change);
  assert.deepEqual(
    rest.events.map(({ code }) => code),
    ["politics 2000-01"],
  );
  assert.equal(rest.proposals[0]!.stages.length, 1);
});

test("the chronology names only events and stages that exist", () => {
  const events = khorgosStreams.events.flatMap(({ code, until }) => [code, ...(until ? [`${code}@until`] : [])]);
  const stages = khorgosStreams.proposals.flatMap(({ code, stages: own }) =>
    own.map(({ stage }) => `${code}@${stage}`),
  );
  const all = new Set([...events, ...stages]);
  for (const { own } of khorgosChronology) for (const name of own) assert.ok(all.has(name), name);
});

test("the historic changes are judged as printed, and not better than chance", () => {
  const { changes, open, byChance, settings } = validateWindows(khorgosStreams, khorgosChronology);
  assert.deepEqual(
    changes.filter((one) => one.open).map(({ change }) => change.date),
    ["2004-09", "2006"],
  );
  assert.equal(changes.length, 14);
  assert.equal(open, 2);
  assert.ok(Math.abs(byChance - 2.72) < 0.01);
  assert.equal(settings, 27);
});

test("alarms are raised as figures came in and enter the problem stream at their period", () => {
  const alarms = alarmHistory(indicators, observations, ["HORGOS-ROAD-OUT"]).filter(
    ({ indicator }) => indicator === "tfi1",
  );
  assert.deepEqual(
    alarms.map(({ period, kind }) => [period, kind]),
    [
      ["2021", "worse-than-before"],
      ["2023", "worse-than-before"],
    ],
  );
  const problem = (streams: Streams) => windowsOf(streams).points.find(({ quarter }) => quarter === "2021-Q1")!.streams;
  const before = problem(khorgosStreams).problem;
  assert.ok(Math.abs(problem(withAlarms(khorgosStreams, alarms, indicators)).problem - before - 1) < 1e-12);
});

test("the weight of a stream moves the score as far as the stream differs from the others", () => {
  const point = { quarter: "2000-Q1", open: true, score: 1, streams: { problem: 1, policy: 1, politics: 1 } };
  const even = weightSensitivity(point, { draws: 200, seed: 1 });
  assert.deepEqual([even.low, even.high], [1, 1]);
  const uneven = weightSensitivity(
    { ...point, streams: { problem: 4, policy: 1, politics: 1 } },
    { draws: 2_000, seed: 1 },
  );
  assert.ok(uneven.low < uneven.median && uneven.median < uneven.high);
  assert.ok(uneven.shares[0]!.firstOrder > uneven.shares[1]!.firstOrder);
  assert.throws(() => weightSensitivity(point, { draws: 19, seed: 1 }), { path: "draws" });
});
