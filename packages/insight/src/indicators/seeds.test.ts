import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { indicators, observations } from "./registry.ts";
import { conflictsOf, seriesOf } from "./series.ts";

type Seed = "S0" | "S1" | "S2" | "S3" | "S4";
type Shown = {
  readonly seed: Seed;
  readonly says: string;
  readonly value: number;
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly doubted?: boolean;
};
type Told = { readonly seed: Seed; readonly says: string; readonly instrument: string; readonly shown: string };

const root = new URL("../../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const figures = JSON.parse(read("conformance/seeds/figures.json")) as readonly (Shown | Told)[];
const shown = figures.filter((figure) => "indicator" in figure);
const fromSeed = observations.filter(({ source, value }) => /^S\d/.test(source) && value !== null);
const keyOf = ({ indicator, unit, period, value }: Pick<Shown, "indicator" | "unit" | "period"> & { value: unknown }) =>
  `${indicator} ${unit} ${period} ${String(value)}`;

test("each figure of a seed is shown as printed, with its source and a unit", () => {
  for (const figure of shown) {
    const found = fromSeed.find((one) => keyOf(one) === keyOf(figure));
    assert.ok(found, `${figure.seed}: ${figure.says}`);
    assert.ok(found.source.startsWith(figure.seed), figure.says);
    assert.ok(indicators.find(({ code }) => code === figure.indicator)?.unit, figure.says);
  }
});

test("a figure of a seed with a doubt shows it in four languages, and the table whose units are wrong is never computed with", () => {
  for (const figure of shown) {
    const { doubt, usable, source } = fromSeed.find((one) => keyOf(one) === keyOf(figure))!;
    const languages = Object.values(doubt ?? {}).filter((words) => words.trim() !== "");
    assert.equal(languages.length, figure.doubted ? 4 : 0, figure.says);
    if (source === "S3 table 1") assert.equal(usable, false);
  }
});

test("no figure stands under a seed's name that the seed does not print", () => {
  const printed = new Set(shown.map(keyOf));
  for (const one of fromSeed) assert.ok(printed.has(keyOf(one)), `${one.source}: ${keyOf(one)}`);
});

test("where another source is preferred, the seed's figure stands beside it as a conflict", () => {
  for (const { indicator, unit, period, value } of shown) {
    const point = seriesOf(observations, indicator, unit).points.find((one) => one.period === period);
    if (point === undefined || point.value === value) continue;
    const conflict = conflictsOf(observations).find(
      (one) => one.indicator === indicator && one.unit === unit && one.period === period,
    );
    assert.ok(
      conflict?.observations.some((one) => one.value === value),
      keyOf({ indicator, unit, period, value }),
    );
  }
});

test("the figures that rulebooks cite from a seed stand in its summary with their conflicts", () => {
  for (const figure of figures) {
    if (!("instrument" in figure)) continue;
    assert.ok(read(`rulebooks/${figure.instrument}`).includes(figure.shown), figure.says);
  }
});
