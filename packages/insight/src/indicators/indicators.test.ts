import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { alarmsOf, gapAlarm } from "./alarms.ts";
import { flowBoard } from "./flow-board.ts";
import { leagueOf } from "./league.ts";
import { type Indicator, indicators, indicatorUnits, type Observation, observations } from "./registry.ts";
import { conflictsOf, seriesOf } from "./series.ts";
import { DRAWS_MAX, indexUncertainty } from "./uncertainty.ts";
import type { IndexInput } from "./variation.ts";

test("every figure is of a registered indicator and unit, with source and confidence", () => {
  const codes = new Set(indicators.map(({ code }) => code));
  const units = new Set(indicatorUnits.map(({ code }) => code));
  assert.equal(codes.size, indicators.length);
  for (const one of observations) {
    assert.ok(codes.has(one.indicator) && units.has(one.unit), `${one.indicator} ${one.unit}`);
    assert.ok(one.source !== "" && "HMLUD".includes(one.confidence));
    if (one.usable === false || one.value === null) assert.ok(one.doubt, `${one.indicator} ${one.period}: why`);
  }
});

test("the figures of 2016 stand as S2 prints them, and table 1 of S3 is shown and never computed with", () => {
  const value = (indicator: string) => seriesOf(observations, indicator, "BORDER-ZONES-17").points[0]?.value;
  assert.deepEqual(["zone-output", "zone-tax", "zone-trade", "zone-jobs"].map(value), [93e9, 4.4e9, 70e9, 193_600]);
  const table = seriesOf(observations, "seed-gdp", "HORGOS");
  assert.deepEqual(table.points, []);
  assert.deepEqual(
    table.leftOut.map((one) => one.value),
    [2.14, 2.98, 3.35],
  );
});

test("figures that contradict each other are a conflict, and all of them are shown", () => {
  const found = conflictsOf(observations).map(({ indicator, period }) => `${indicator} ${period}`);
  for (const conflict of ["area 2012", "lanes-cn 2024", "duty-free-shops 2018"]) assert.ok(found.includes(conflict));
  const lanes = seriesOf(observations, "lanes-cn", "ICBC").points.find(({ period }) => period === "2024");
  assert.equal(lanes?.value, 44);
});

const waiting: Indicator = { ...indicators.find(({ code }) => code === "tfi1")!, code: "waiting" };

function series(values: readonly number[]) {
  const all = values.map(
    (value, at): Observation => ({
      indicator: "waiting",
      unit: "A",
      period: String(2000 + at),
      value,
      source: "test",
      confidence: "A",
    }),
  );
  return seriesOf(all, "waiting", "A");
}

test("a wait that grows by more than a quarter is an alarm, one that falls is none", () => {
  const kinds = (values: readonly number[]) => alarmsOf(waiting, series(values)).map(({ kind }) => kind);
  assert.deepEqual(kinds([10, 13]), ["worse-than-before"]);
  assert.deepEqual(kinds([10, 12]), []);
  assert.deepEqual(kinds([10, 5]), []);
  assert.ok(kinds([10, 10.1, 9.9, 10, 10.1, 10, 20.1, 19.9, 20, 20.1, 19.9, 20]).includes("change-point"));
});

test("a city behind its region is an alarm of the size of the gap", () => {
  const growth = indicators.find(({ code }) => code === "gdp-growth")!;
  const of = (unit: string) => seriesOf(observations, "gdp-growth", unit);
  assert.ok(Math.abs(gapAlarm(growth, of("HORGOS"), of("XINJIANG"), "2023")!.size + 3.6) < 1e-9);
  assert.equal(gapAlarm(growth, of("XINJIANG"), of("HORGOS"), "2023"), undefined);
});

test("the board of five flows says which flow has no figure", () => {
  const board = flowBoard(indicators, observations);
  assert.deepEqual(
    board.filter(({ figures }) => figures.length === 0).map(({ flow }) => flow),
    ["technology", "information"],
  );
  const people = board[0]!.figures.find(({ indicator }) => indicator === "passages");
  assert.equal(people?.latest.value, 9_991_000);
});

test("a league leaves out units without all figures and holds each nominal rank in its interval", () => {
  const plan = {
    period: "2022",
    indicators: ["tfi1", "tfi2"],
    units: indicatorUnits.map(({ code }) => code),
    draws: 600,
    seed: 2,
  };
  const league = leagueOf(observations, indicators, plan);
  assert.equal(league.ranks.length, 7);
  assert.equal(league.ranks[0]!.unit, "KZ-ROAD");
  assert.ok(league.leftOut.includes("HORGOS-RAIL"));
  for (const { rank, low, median, high } of league.ranks) assert.ok(low <= median && median <= high && rank > 0);
  assert.deepEqual(leagueOf(observations, indicators, plan), league);
});

test("a unit that is best in everything is first whatever is chosen, and draws are bounded", () => {
  const values = [9, 1, 2, 5].map((a, at) => ({ code: `U${at}`, values: { a, b: a + (at === 0 ? 5 : -at) } }));
  const input: IndexInput = {
    indicators: [
      { code: "a", parent: "t" },
      { code: "b", parent: "t" },
    ],
    groups: [{ code: "t" }],
    units: values,
    options: { normalise: { method: "minMax", lower: 1, upper: 100 }, aggregate: { method: "arithmeticMean" } },
  };
  const { ranks } = indexUncertainty(input, { draws: 300, seed: 1 });
  assert.deepEqual([ranks[0]!.unit, ranks[0]!.low, ranks[0]!.high], ["U0", 1, 1]);
  assert.throws(() => indexUncertainty(input, { draws: 11, seed: 1 }), { path: "draws" });
  assert.throws(() => indexUncertainty(input, { draws: DRAWS_MAX + 1, seed: 1 }), { path: "draws" });
});

test("of the published index, aggregation moves the ranks most and Switzerland stays first", () => {
  const file = new URL("../../../../conformance/models/composite-index.json", import.meta.url);
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: { input: IndexInput }[] };
  const { ranks, choices } = indexUncertainty(cases[0]!.input, { draws: 240, seed: 1 });
  assert.deepEqual([ranks[0]!.unit, ranks[0]!.median], ["CHE", 1]);
  // COINr's published shares: aggregation 0.618 in total, the largest.
  const largest = choices.toSorted((a, b) => b.totalOrder - a.totalOrder)[0];
  assert.equal(largest!.choice, "aggregate");
});
