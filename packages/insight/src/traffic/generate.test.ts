import assert from "node:assert/strict";
import { test } from "node:test";
import { khorgosCalibration } from "./calibration.ts";
import { passagesByDay } from "./days.ts";
import { generateTraffic, PASSAGES_MAX } from "./generate.ts";
import { createChance } from "./random.ts";

const from = new Temporal.PlainDate(2025, 1, 1);
const plan = { passages: 60_000, from, seed: 7 };

test("the same seed gives the same traffic, another seed another", () => {
  const first = [...generateTraffic(plan)].flat();
  assert.deepEqual(first, [...generateTraffic(plan)].flat());
  assert.notDeepEqual(first[0], [...generateTraffic({ ...plan, seed: 8 })].flat()[0]);
});

test("exactly as many passages as asked for, in order of time", () => {
  const all = [...generateTraffic(plan)].flat();
  assert.equal(all.length, plan.passages);
  assert.ok(
    all.every((passage, index) => index === 0 || all[index - 1]!.day < passage.day || all[index - 1]!.at <= passage.at),
  );
});

test("nobody enters while inside and nobody leaves twice", () => {
  const inside = new Set<number>();
  for (const passage of [...generateTraffic(plan)].flat()) {
    if (passage.direction === "in") {
      assert.ok(!inside.has(passage.person.number), `person ${passage.person.number} entered twice`);
      inside.add(passage.person.number);
    } else assert.ok(inside.delete(passage.person.number), `person ${passage.person.number} left without an entry`);
  }
});

test("a year meets the sourced total and busiest day", () => {
  const days = passagesByDay(9_991_000, from, khorgosCalibration, createChance(3));
  assert.equal(days.length, 365);
  assert.equal(
    days.reduce((sum, one) => sum + one, 0),
    9_991_000,
  );
  assert.ok(Math.abs(Math.max(...days) - 42_800) < 50, `busiest day ${Math.max(...days)}`);
});

test("a number of passages at the limit is taken and one more is refused", () => {
  assert.throws(() => generateTraffic({ ...plan, passages: PASSAGES_MAX + 1 }).next(), RangeError);
  assert.throws(() => generateTraffic({ ...plan, passages: 0 }).next(), RangeError);
  assert.doesNotThrow(() => passagesByDay(PASSAGES_MAX, from, khorgosCalibration, createChance(1)));
});
