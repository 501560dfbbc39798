import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { type LayoutAnswer, routes } from "@twinline/api";
import { openGate } from "../passages/test-gate.ts";
import { loadZone, RULEBOOKS_FOLDER } from "../zones/load-zone.ts";
import { loadLayout } from "./load-layout.ts";

test("The plan is told with both gates, their lanes and what no source places; a zone without a plan has none", async () => {
  await using gate = await openGate();
  const duty = await gate.enter("duty_officer");
  const answer = await duty.get(routes.layout.path);
  const layout: LayoutAnswer = answer.json();
  assert.equal(answer.statusCode, 200, answer.body);
  assert.deepEqual(
    layout.gates.map(({ gate: name, side, lines }) => [name, side, lines.reduce((sum, { lanes }) => sum + lanes, 0)]),
    [
      ["KZ-1", "kz", 3],
      ["CN-1", "cn", 49],
    ],
  );
  assert.equal(layout.gates[1]?.halls?.count, undefined, "nobody says how many halls there are");
  assert.equal(layout.blocks.filter(({ side }) => side === undefined).length, 9);
  assert.deepEqual(loadLayout(loadZone("mohan-boten")).blocks, []);
});

test("A plan that names a gate or a side that is none stops the start and says which file to mend", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "twinline-layout-"));
  try {
    cpSync(path.join(RULEBOOKS_FOLDER, "khorgos"), path.join(folder, "khorgos"), { recursive: true });
    const zone = loadZone("khorgos", folder);
    const [first, ...gates] = zone.gates;
    assert.throws(() => loadLayout({ ...zone, gates }, folder), {
      id: "start/layout-file",
      message: new RegExp(first!.gate),
    });
    writeFileSync(path.join(folder, "khorgos/layout.yaml"), "plan: {columns: 0, rows: 1}\n");
    assert.throws(() => loadLayout(zone, folder), { id: "start/layout-file", message: /plan\.columns/ });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
