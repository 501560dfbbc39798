import assert from "node:assert/strict";
import { test } from "node:test";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";
import { findRunners } from "./runners.ts";
import { loadSettings } from "./settings.ts";

const goods = (valueMinor: number) => [
  { hs: "6109", category: "textile", quantity: 2, massGrams: 900, valueMinor, indivisible: false },
];

async function traitsOf({ fresh, spine, node }: TestGate) {
  const settings = loadSettings("khorgos", "cn");
  const shown = { ...settings, runner: { ...settings.runner, lookFrom: { ...settings.runner.lookFrom, value: 0 } } };
  return await findRunners(fresh.database, spine, shown, node.effects.now());
}

test("An exit that uses the allowance up, after a short visit, is seen as such; one within it is not", async () => {
  await using gate = await openGate();
  const rich = { ...passport, number: "N00000021" };
  const modest = { ...passport, number: "N00000022" };
  for (const [document, value] of [
    [rich, 900_000],
    [modest, 10_000],
  ] as const) {
    await gate.pass({ document });
    await gate.pass({ document, direction: "out", goods: goods(value) });
  }
  const { runners, exits, isCut } = await traitsOf(gate);
  assert.deepEqual([runners.length, exits, isCut], [2, 2, false]);
  const full = runners.map(({ values }) => values.full_allowance).toSorted();
  assert.deepEqual(full, [0, 1]);
  for (const { values } of runners)
    assert.deepEqual([values.short_visits, values.same_goods, values.odd_path], [1, 1, 0]);
});

test("Who carries nothing out is never scored, and neither is an exit that was stopped", async () => {
  await using gate = await openGate();
  await gate.pass({});
  await gate.pass({ direction: "out" });
  await gate.pass({ direction: "out", goods: goods(10_000) });
  assert.deepEqual(await traitsOf(gate), { runners: [], exits: 0, isCut: false });
});
