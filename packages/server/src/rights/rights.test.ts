import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createDeviceKey, deviceSigner, type PassageAnswer, routes, type SaleRow } from "@twinline/api";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";
import { openTill, signed, TestTill } from "./test-till.ts";

const shirts = {
  hs: "6109",
  category: "textile",
  quantity: 10,
  massGrams: 400,
  valueMinor: 3_000_00,
  indivisible: false,
};
const CAP = 8_000_00;

async function used(gate: TestGate): Promise<number> {
  const { rows } = await gate.fresh.owner.query<{ value: number }>(
    "select coalesce(sum(value), 0)::int as value from counter where key like '%duty_free_today%'",
  );
  return rows[0]!.value;
}

async function assertRebuilds(gate: TestGate): Promise<void> {
  const report = await rebuildState(gate.fresh.connection, { ...gate.spine, rulebooks: gate.spine.world().rulebooks });
  assert.equal(report.same, true, JSON.stringify(report.tables.filter((one) => one.onlyStored + one.onlyRebuilt > 0)));
}

describe("A right at a till", () => {
  test("is reserved, sold off line, carried out once, and the day's allowance is counted once", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const held = await till.reserve({ pass, envelope: { valueMinor: 5_000_00, massGrams: 5_000 } });
    assert.equal(held.outcome, "done", JSON.stringify(held));
    assert.deepEqual(held.right?.held, { duty_free_today: 5_000_00 });
    assert.equal(held.right?.ceiling.duty_free_today, CAP);
    assert.equal(await used(gate), 5_000_00);

    const sale = await till.sale(held.right!, [shirts]);
    const report = await till.report(sale);
    assert.deepEqual(
      report.answers.map(({ status, reason, findings }) => [status, reason, findings]),
      [["recorded", "sold", []]],
    );
    assert.deepEqual(report.devices, [{ device: till.signer.keyId, last: 1, missing: 0 }]);
    assert.equal(await used(gate), 5_000_00, "A sale moves no counter: it counts since it was reserved");
    assert.deepEqual(await till.report(sale), report, "The same event gives the same answer for ever");

    const id = `${till.signer.keyId}.1`;
    const out = await gate.pass({ direction: "out", covers: [id], goods: [{ ...shirts, valueMinor: 4_000_00 }] });
    assert.equal(out.verdict, "admit", JSON.stringify(out));
    assert.deepEqual(out.covered, [
      {
        sale: id,
        outcome: "carried_out",
        dutyFree: { minor: 3_000_00, currency: "CNY" },
        tax: { minor: 0, currency: "CNY" },
      },
    ]);
    assert.equal(out.goods[0]?.dutyFree.minor, 3_000_00, "Beside 5,000 that are held 3,000 are left");
    assert.equal(await used(gate), CAP);
    await assertRebuilds(gate);
  });

  test("comes back by the till's own word only, and what was sold stays", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const { right } = await till.reserve({ pass, envelope: { valueMinor: 5_000_00 } });
    const sale = await till.sale(right!, [shirts]);
    const release = await till.event({
      kind: "release",
      reservation: right!.reservation,
      amounts: { duty_free_today: 2_000_00 },
    });
    const too = await till.event({ kind: "release", reservation: right!.reservation, amounts: { duty_free_today: 1 } });
    const first = await till.report(release);
    assert.equal(first.answers[0]?.reason, "released", "A return may arrive before the sale it leaves room for");
    assert.deepEqual(first.devices, [{ device: till.signer.keyId, last: 2, missing: 1 }]);
    const then = await till.report(too, sale);
    assert.deepEqual(
      then.answers.map(({ reason }) => reason),
      ["over_reservation", "sold"],
    );
    assert.equal(await used(gate), 3_000_00);
    await assertRebuilds(gate);
  });

  test("gives goods that come back to the day of purchase, once, and nothing that was carried out", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const { right } = await till.reserve({ pass, goods: [shirts] });
    const sale = await till.sale(right!, [shirts]);
    const id = `${till.signer.keyId}.1`;
    const refund = (quantity: number) => till.event({ kind: "refund", sale: id, lines: [{ line: 0, quantity }] });
    const four = await refund(4);
    assert.deepEqual(
      (await till.report(four)).answers.map(({ status }) => status),
      ["waiting"],
    );
    assert.deepEqual(
      (await till.report(four, sale)).answers.map(({ reason }) => reason),
      ["refunded", "sold"],
    );
    assert.equal(await used(gate), 1_800_00);
    assert.equal((await till.report(four)).answers[0]?.reason, "refunded");
    assert.equal(await used(gate), 1_800_00, "Told twice, returned once");
    assert.equal((await till.report(await refund(7))).answers[0]?.reason, "not_sold");
    const sales = await gate.officer.get(`${routes.sales.path}?pass=${pass}`);
    assert.deepEqual(
      sales.json().rows.map(({ state, goods }: SaleRow) => [state, goods]),
      [["open", [{ ...shirts, quantity: 6, massGrams: 240, valueMinor: 1_800_00 }]]],
    );
    await gate.pass({ direction: "out", covers: [id] });
    assert.equal((await till.report(await refund(1))).answers[0]?.reason, "carried_out");
    assert.equal(await used(gate), 1_800_00);
    await assertRebuilds(gate);
  });

  test("is told again under its key when its traveller has left since, and nobody else's is", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const key = crypto.randomUUID();
    const first = await till.reserve({ pass, goods: [shirts] }, key);
    await gate.pass({ direction: "out" });
    assert.deepEqual(await till.reserve({ pass, goods: [shirts] }, key), first);
    assert.equal((await till.reserve({ pass, goods: [shirts, shirts] }, key)).type, "pass/unknown");
    assert.equal((await till.reserve({ pass, goods: [shirts] })).type, "pass/unknown");
  });

  test("is asked for by many tills at once and never exceeds the day's allowance", async () => {
    await using gate = await openGate();
    const tills = await Promise.all(["CN-S1", "CN-S2", "CN-S3"].map((place) => openTill(gate, place)));
    const { pass } = await gate.pass({});
    const answers = await Promise.all(
      tills.flatMap((till) => [1, 2].map(() => till.reserve({ pass, envelope: { valueMinor: 3_000_00 } }))),
    );
    const held = answers.map(({ right }) => right?.held.duty_free_today ?? 0);
    assert.deepEqual(
      held.toSorted((a, b) => a - b),
      [0, 0, 0, 2_000_00, 3_000_00, 3_000_00],
    );
    assert.ok(answers.some(({ reason }) => reason === "nothing_left"));
    assert.equal(await used(gate), CAP);
    const out: PassageAnswer = await gate.pass({ direction: "out", goods: [shirts] });
    assert.equal(out.goods[0]?.dutyFree.minor, 0, "What tills hold is not at the gate");
  });

  test("that is copied with its disk is found by its numbers, covers nothing twice and gets no more rights", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const { right } = await till.reserve({ pass, envelope: { valueMinor: 3_000_00 } });
    const copy = new TestTill(gate.device(), till.signer);
    const [own, copied] = [await till.sale(right!, [shirts]), await copy.sale(right!, [{ ...shirts, quantity: 9 }])];
    assert.deepEqual((await till.report(own)).answers[0]?.findings, []);
    const [found] = (await copy.report(copied)).answers;
    assert.deepEqual([found?.outcome, found?.reason, found?.findings], ["refused", "number_reused", ["number_reused"]]);
    const back = await copy.event(
      { kind: "refund", sale: `${till.signer.keyId}.9`, lines: [{ line: 0, quantity: 1 }] },
      8,
    );
    assert.equal((await copy.report(back)).answers[0]?.status, "waiting", "Number 9 has not arrived");
    await copy.report(await copy.event({ kind: "last", day: "2026-01-01" }, 9));
    assert.equal((await copy.report(back)).answers[0]?.reason, "sale_unknown", "It arrived, and it is no sale");
    assert.equal((await till.reserve({ pass, envelope: { valueMinor: 1_00 } })).reason, "device_suspended");
    const duty = await gate.enter("duty_officer");
    const findings = (await duty.get(routes.findings.path)).json();
    const found1 = findings.rows.map(({ finding, sequence }: { finding: string; sequence: number }) => [
      finding,
      sequence,
    ]);
    assert.deepEqual(found1.at(-1), ["number_reused", 1]);
    assert.equal(await used(gate), 3_000_00);
    await assertRebuilds(gate);
  });

  test("returns with its day only when the day is closed and the till has said its last number", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass } = await gate.pass({});
    const { right } = await till.reserve({ pass, envelope: { valueMinor: 3_000_00 } });
    const duty = await gate.enter("duty_officer");
    const close = () => duty.post(routes.dayClose.path.replace(":day", right!.day)).then((answer) => answer.json());
    assert.equal((await close()).reason, "day_not_over");
    gate.clock.ahead = 86_400;
    assert.deepEqual(await close(), { outcome: "done", reason: "closed", returned: 0, awaited: 1 });
    const sale = await till.sale(right!, [{ ...shirts, valueMinor: 1_000_00 }]);
    const last = await till.event({ kind: "last", day: right!.day });
    await till.report(last);
    assert.equal((await close()).awaited, 1, "Number 1 has not arrived: it may have spent what is held");
    await till.report(sale);
    assert.equal((await close()).returned, 1);
    assert.equal(await used(gate), 1_000_00);
    const late = await till.report(await till.sale(right!, [shirts]));
    assert.equal(late.answers[0]?.reason, "sold_after_last");
    await assertRebuilds(gate);
  });

  test("is refused to who is not inside, to a request that asks for nothing or both, and to a gate's stranger", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    assert.equal((await till.reserve({ pass: "A".repeat(22), goods: [shirts] })).type, "pass/unknown");
    const { pass } = await gate.pass({});
    assert.equal((await till.reserve({ pass })).type, "request/invalid");
    assert.equal((await gate.device().post(routes.reserve.path, { pass, goods: [shirts] })).statusCode, 401);
    const forged = await till.event({ kind: "last", day: "2026-01-01" });
    const other = await createDeviceKey();
    forged.signature = await signed(deviceSigner(other.keyId, other.privateKey), forged.event);
    assert.equal((await till.report(forged)).type, "event/signature");
  });
});

test("Nobody's till passes people through a gate", async () => {
  await using gate = await openGate();
  const till = await openTill(gate, "CN-1", "1");
  const body = { direction: "in", gate: "CN-1", lane: "1", document: passport };
  assert.equal((await till.browser.post(routes.passage.path, body)).json().type, "access/not-signed-in");
});
