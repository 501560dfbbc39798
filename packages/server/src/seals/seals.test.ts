import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { type CaptureReport, routes, type SealList, type SealsPrinted } from "@twinline/api";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const COUNT = 4;

async function print(gate: TestGate, key: string = randomUUID()): Promise<SealsPrinted & { type?: string }> {
  const body = { gate: "CN-1", lane: "1", count: COUNT };
  return (await gate.officer.post(routes.sealPrint.path, body, { "idempotency-key": key })).json();
}

/** What the node says to a passage that was written on a seal. */
async function keyIn(gate: TestGate, series: string, number: number, document = passport): Promise<unknown[]> {
  const at = Temporal.Now.instant().subtract({ minutes: 5 }).toString({ smallestUnit: "second" });
  const passage = { direction: "in", gate: "CN-1", lane: "1", document };
  const body = { seal: { series, number }, at, verdict: "admit", reason: "on_paper", passage };
  const report: CaptureReport = (await gate.officer.post(routes.paperPassage.path, body)).json();
  return report.answers.flatMap(({ outcome, reason, findings }) => [outcome, reason, findings]);
}

describe("Printed seals", () => {
  test("are known by who printed how many for which gate, and those that came back are told from those that did not", async () => {
    await using gate = await openGate();
    const key = randomUUID();
    const printed = await print(gate, key);
    assert.match(printed.series, /^[A-Z2-9]{7}$/);
    assert.deepEqual(await print(gate, key), printed, "Asked again it is the same run");
    const { series } = printed;
    assert.deepEqual(await keyIn(gate, series, 2), ["admit", "on_paper", []]);
    const duty = await gate.enter("duty_officer");
    const voidIt = async (number: number) =>
      (
        await duty.post(routes.sealVoid.path.replace(":series", series).replace(":number", String(number)), {
          code: "lost",
        })
      ).json().reason;
    assert.deepEqual([await voidIt(3), await voidIt(3)], ["voided", "seal_void"]);
    assert.equal(await voidIt(2), "seal_used");
    assert.equal(await voidIt(COUNT + 1), "seal_not_printed");
    const list: SealList = (await duty.get(routes.seals.path)).json();
    const [row] = list.rows;
    assert.deepEqual(
      [list.rows.length, row?.gate, row?.lane, row?.count, row?.used, row?.void, row?.missing],
      [1, "CN-1", "1", COUNT, [2], [{ number: 3, code: "lost" }], [1, 4]],
    );
    assert.notEqual(row?.officer, "");
    assert.equal((await gate.officer.get(routes.seals.path)).statusCode, 403, "Who writes on them does not count them");
    const report = await rebuildState(gate.fresh.connection, {
      ...gate.spine,
      rulebooks: gate.spine.world().rulebooks,
    });
    assert.equal(report.same, true);
  });

  test("refuse a passage under a number that was never printed, is void, is another gate's or was used, with the reason", async () => {
    await using gate = await openGate();
    const { series } = await print(gate);
    const other = { ...passport, number: "N7654321" };
    assert.deepEqual(await keyIn(gate, "NEVER", 1), ["refused", "seal_not_printed", ["seal_not_printed"]]);
    assert.deepEqual(await keyIn(gate, series, COUNT + 1), ["refused", "seal_not_printed", ["seal_not_printed"]]);
    const duty = await gate.enter("duty_officer");
    const far = { gate: "CN-9", lane: "1", count: COUNT };
    const elsewhere: SealsPrinted = (await duty.post(routes.sealPrint.path, far)).json();
    assert.deepEqual(await keyIn(gate, elsewhere.series, 1), ["refused", "seal_other_gate", ["seal_other_gate"]]);
    await duty.post(routes.sealVoid.path.replace(":series", series).replace(":number", "1"), { code: "spoiled" });
    assert.deepEqual(await keyIn(gate, series, 1), ["refused", "seal_void", ["seal_void"]]);
    assert.deepEqual(await keyIn(gate, series, 2), ["admit", "on_paper", []]);
    assert.deepEqual(await keyIn(gate, series, 2, other), ["refused", "number_reused", ["number_reused"]]);
    const { rows } = await gate.fresh.owner.query<{ n: number }>("select count(*)::int as n from stay");
    assert.equal(rows[0]?.n, 1, "Nobody passed under a seal that was refused");
    const findings = (await duty.get(routes.findings.path)).json();
    assert.equal(findings.total, 5, "A human is told of each");
    const report = await rebuildState(gate.fresh.connection, {
      ...gate.spine,
      rulebooks: gate.spine.world().rulebooks,
    });
    assert.equal(report.same, true);
  });
});
