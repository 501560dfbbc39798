import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type EntryDetail, type PassageAnswer, routes } from "@twinline/api";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";
import { openTill, type TestTill } from "../rights/test-till.ts";

const bag = { hs: "6109", category: "textile", quantity: 2, massGrams: 90, valueMinor: 1_000_00, indivisible: false };
const other = { ...passport, number: "N87654321", name: "OTHER PERSON" };

/** Sells one basket under a pass and gives the sale's id. */
async function sold(till: TestTill, pass: string | undefined): Promise<string> {
  const { right } = await till.reserve({ pass, goods: [bag] });
  await till.report(await till.sale(right!, [bag]));
  return `${till.signer.keyId}.${till.sequence}`;
}

function said({ verdict, reason, reasons, covered = [] }: PassageAnswer) {
  const [first] = reasons;
  const provisions = first?.citations.map(({ provision }) => provision);
  return [verdict, reason, provisions, covered.map(({ outcome }) => outcome)];
}

async function isInside(gate: TestGate, visit: string): Promise<boolean> {
  const { rows } = await gate.fresh.owner.query("select 1 from stay where visit = $1", [visit]);
  return rows.length === 1;
}

describe("A slip of a till that clears nothing", () => {
  test("sends its traveller to the desk with the reason and the provision, and nothing goes out", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const first = await gate.pass({});
    const second = await gate.pass({ document: other });
    const [own, hers] = [await sold(till, first.pass), await sold(till, second.pass)];
    const asked = await gate.pass({ direction: "out", covers: [own, hers] });
    assert.deepEqual(said(asked), ["refer", "slip_another_person", ["HOUSE/13"], ["carried_out", "another_person"]]);
    assert.equal(await isInside(gate, String(first.receipt.number)), true);
    const unknown = await gate.pass({ direction: "out", covers: [`${till.signer.keyId}.99`] });
    assert.deepEqual(said(unknown), ["refer", "slip_unknown", ["HOUSE/13"], ["sale_unknown"]]);
    const detail = await gate.officer.get(routes.entry.path.replace(":number", String(asked.receipt.number)));
    assert.equal((detail.json() as EntryDetail).replayed, true, "The decision replays with the slip among its facts");
    assert.equal(
      (await gate.pass({ direction: "out", covers: [own] })).verdict,
      "admit",
      "The right slip still clears",
    );
  });

  test("that was used up in an earlier visit is refused again, and goods beside it wait with their traveller", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const slip = await sold(till, pass);
    assert.equal((await gate.pass({ direction: "out", covers: [slip] })).verdict, "admit");
    await gate.pass({});
    const again = await gate.pass({ direction: "out", covers: [slip], goods: [bag] });
    assert.deepEqual(said(again), ["refer", "slip_already_out", ["HOUSE/13"], ["already_out"]]);
    const report = await rebuildState(gate.fresh.connection, {
      ...gate.spine,
      rulebooks: gate.spine.world().rulebooks,
    });
    assert.equal(report.same, true);
  });

  test("does not keep two officers from letting her go, with what her own slip clears", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass, receipt } = await gate.pass({});
    const slip = await sold(till, pass);
    const asked = await gate.pass({ direction: "out", covers: [slip, `${till.signer.keyId}.99`] });
    const { number, hash } = asked.receipt;
    const override = { verdict: "admit", reason: "slip_checked" };
    const second = await gate.second(gate.officer, `passage.override/${number}`, { ...override, passage: hash });
    const path = routes.override.path.replace(":number", String(number));
    const done = (await gate.officer.post(path, { ...override, second })).json();
    assert.equal(done.verdict, "admit", JSON.stringify(done));
    assert.equal(await isInside(gate, String(receipt.number)), false);
    const { rows } = await gate.fresh.owner.query("select key from sale_exit");
    assert.deepEqual(rows, [{ key: slip }]);
  });
});
