import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAdoption, type Forecast } from "./adoption-check.ts";

const forecast: Forecast = { figure: "tax", unit: "CNY", before: 100, forecast: 80, from: "replay" };

function verdictOf(value: number | null, own: Partial<Forecast> = {}): string {
  return checkAdoption([{ ...forecast, ...own }], [{ figure: "tax", value, source: "journal" }]).figures[0]!.verdict;
}

test("what came is judged by the forecast's interval, else by a tenth of the change", () => {
  assert.equal(verdictOf(82), "as-forecast");
  assert.equal(verdictOf(83), "outside");
  assert.equal(verdictOf(83, { low: 70, high: 90 }), "as-forecast");
  assert.equal(verdictOf(101), "other-direction");
  assert.equal(verdictOf(null), "unknown");
});

test("errors are told as a share of the change and against carrying the old figure on", () => {
  const check = checkAdoption(
    [forecast, { ...forecast, figure: "waiting", before: 10, forecast: 8 }],
    [{ figure: "tax", value: 90, source: "journal" }],
  );
  assert.equal(check.known, 1);
  assert.equal(check.figures[0]!.errorShare, 0.5);
  assert.equal(check.againstNoChange, 1);
  assert.ok(Math.abs(check.meanAbsoluteShare! - 10 / 90) < 1e-12);
  assert.equal(check.figures[1]!.actual, null);
});

test("a figure forecast twice is refused and named", () => {
  assert.throws(() => checkAdoption([forecast, forecast], []), { path: "forecasts[1].figure" });
});
