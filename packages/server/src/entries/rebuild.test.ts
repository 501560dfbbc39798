import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@twinline/api";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";
import { rebuildState } from "./rebuild.ts";

const rebuild = ({ fresh, spine }: TestGate) =>
  rebuildState(fresh.connection, { ...spine, rulebooks: spine.world().rulebooks });

test("State made anew from the journal is the same, row by row, and a planted difference is found", async () => {
  await using gate = await openGate();
  for (let at = 0; at < 6; at += 1) {
    const document = { ...passport, number: `N2000000${at}` };
    const vehicle = { plate: `A00${at}AA`, country: "KZ" };
    const goods = [
      { hs: "6109", category: "textile", quantity: 1, massGrams: 1, valueMinor: 700_00, indivisible: false },
    ];
    await gate.pass({ document, vehicle });
    if (at % 2 === 0) await gate.pass({ document, vehicle, direction: "out", goods });
    if (at === 1) await gate.pass({ document });
  }
  const { receipt } = await gate.pass({ document: { ...passport, number: "N20000001" } });
  const asked = { verdict: "admit", reason: "entry_found" };
  const act = `passage.override/${receipt.number}`;
  const body = { ...asked, second: await gate.second(gate.officer, act, { ...asked, passage: receipt.hash }) };
  const done = await gate.officer.post(routes.override.path.replace(":number", String(receipt.number)), body);
  assert.equal(done.statusCode, 200, done.body);

  const report = await rebuild(gate);
  assert.deepEqual(
    report.tables.filter(({ onlyStored, onlyRebuilt }) => onlyStored + onlyRebuilt > 0),
    [],
  );
  assert.equal(report.same, true);
  const rows = Object.fromEntries(report.tables.map(({ table, rebuilt }) => [table, rebuilt]));
  assert.deepEqual([rows.stay, rows.vehicle_stay, rows.counter, rows.override, rows.mismatch], [3, 3, 3, 1, 1]);
  assert.ok(rows.officer! > 0 && rows.device! > 0);

  await gate.fresh.owner.query("update counter set value = value - 1 where key = (select min(key) from counter)");
  const found = await rebuild(gate);
  assert.equal(found.same, false);
  assert.deepEqual(
    found.tables.filter(({ onlyStored }) => onlyStored > 0).map(({ table, onlyStored }) => [table, onlyStored]),
    [["counter", 1]],
  );
});
