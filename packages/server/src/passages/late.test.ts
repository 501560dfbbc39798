import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { type CaptureReport, type GateEvent, LATE_DAYS_MAX, type PassageRequest, routes } from "@twinline/api";
import { countersWithoutRight, getRulebook } from "@twinline/zone";
import { rebuildState } from "../entries/rebuild.ts";
import { openTill, signed } from "../rights/test-till.ts";
import { openGate, passport, type TestGate } from "./test-gate.ts";

const shirts = { hs: "6109", category: "textile", quantity: 1, massGrams: 4, valueMinor: 3_000_00, indivisible: false };

/** Events of the gate in lane 1, decided while it was cut off; `minutes` ago by its clock. */
function cutOffGate(gate: TestGate, boot: string = randomBytes(16).toString("base64url")) {
  let sequence = 0;
  return async (
    minutes: number,
    more: Omit<Partial<GateEvent>, "passage"> & { passage: Partial<PassageRequest> },
    number?: number,
  ) => {
    sequence = number ?? sequence + 1;
    const at = Temporal.Now.instant().subtract({ minutes }).toString({ smallestUnit: "millisecond" });
    const { direction = "in" } = more.passage;
    const { rulebook } = getRulebook(gate.spine.world(), direction === "in" ? "arrival" : "departure");
    const event = {
      device: gate.officer.signer!.keyId,
      boot,
      sequence,
      at,
      kind: "passage",
      verdict: "admit",
      reason: "ok",
      hash: rulebook.hash,
      counters: countersWithoutRight({ rulebook }),
      watch: "none",
      dataAsOf: at,
      ...more,
      passage: { direction, gate: "CN-1", lane: "1", document: passport, ...more.passage },
    } as GateEvent;
    return { event, signature: await signed(gate.officer.signer!, event) };
  };
}

async function deliver(gate: TestGate, ...events: object[]): Promise<CaptureReport & { type?: string }> {
  return (await gate.officer.post(routes.latePassages.path, { events })).json();
}

async function stays(gate: TestGate): Promise<unknown[]> {
  return (await gate.fresh.owner.query("select gate, entered_day, last_day, pass from stay")).rows;
}

async function assertRebuilds(gate: TestGate): Promise<void> {
  const report = await rebuildState(gate.fresh.connection, { ...gate.spine, rulebooks: gate.spine.world().rulebooks });
  assert.equal(report.same, true, JSON.stringify(report.tables.filter((one) => one.onlyStored + one.onlyRebuilt > 0)));
}

const stayOf = (gate: TestGate) => {
  const day = gate.spine.world().legalDay(Temporal.Now.instant().epochMilliseconds);
  return { visit: "1", gate: "CN-1", enteredDay: day, lastDay: day + 29 };
};

describe("A passage that a gate decided while it was cut off", () => {
  test("is recorded as it happened, once, and a person is where she went last, whatever came first", async () => {
    await using gate = await openGate();
    const write = cutOffGate(gate);
    const pass = "a".repeat(64);
    const went = [
      await write(60, { passage: { direction: "in" }, pass }),
      await write(50, { passage: { direction: "out" }, stay: stayOf(gate) }),
      await write(40, { passage: { direction: "in" }, pass: "b".repeat(64) }),
    ];
    const [first, second, third] = went as [object, object, object];
    const report = await deliver(gate, third, first);
    assert.deepEqual(
      report.answers.map(({ outcome, findings }) => [outcome, findings]),
      [
        ["admit", []],
        ["admit", ["verdict_differs"]],
      ],
    );
    assert.deepEqual(report.devices, [{ device: gate.officer.signer!.keyId, last: 3, missing: 1 }]);
    const again = await deliver(gate, first, second, third);
    assert.deepEqual(
      again.answers.map(({ receipt }) => receipt?.number).toSorted(),
      [...new Set(again.answers.map(({ receipt }) => receipt?.number))].toSorted(),
    );
    assert.equal(again.answers[0]?.receipt?.hash, report.answers[1]?.receipt?.hash, "Told twice, recorded once");
    const [stay] = (await stays(gate)) as { pass: string }[];
    assert.equal(stay?.pass, "b".repeat(64));
    assert.equal((await stays(gate)).length, 1);
    await assertRebuilds(gate);
  });

  test("lets nothing out free of duty that it held no right of, and carries out what a slip proves", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const { pass, stay } = await gate.pass({});
    const { right } = await till.reserve({ pass, envelope: { valueMinor: 3_000_00 } });
    const sale = await till.sale(right!, [shirts]);
    const write = cutOffGate(gate);
    const known = { ...stayOf(gate), visit: stay!.visit };
    const covers = [`${till.signer.keyId}.1`];
    const out = await write(0, {
      passage: { direction: "out", goods: [shirts], covers },
      reason: "tax_due",
      stay: known,
    });
    const [told] = (await deliver(gate, out)).answers;
    assert.deepEqual([told?.outcome, told?.findings], ["admit", []]);
    await gate.officer.post(routes.tillEvents.path, { events: [sale] });
    const { rows } = await gate.fresh.owner.query<{ value: number }>("select value::int as value from counter");
    assert.deepEqual(rows, [{ value: 3_000_00 }], "Only what the till held: the shirts without a right paid their tax");
    const { rows: exits } = await gate.fresh.owner.query("select key from sale_exit");
    assert.deepEqual(exits, [{ key: covers[0] }]);
    await assertRebuilds(gate);
  });

  test("is told to a human when the node would have said otherwise, and when its numbers do not fit", async () => {
    await using gate = await openGate();
    const write = cutOffGate(gate);
    const minor = { ...passport, born: "2020-01-01" };
    const [wrong] = (await deliver(gate, await write(10, { passage: { document: minor } }))).answers;
    assert.deepEqual(wrong?.findings, ["verdict_unfounded", "verdict_differs"]);
    const [reused] = (await deliver(gate, await write(9, { passage: {} }, 1))).answers;
    assert.deepEqual([reused?.outcome, reused?.reason], ["refused", "number_reused"]);
    const limit = LATE_DAYS_MAX * 24 * 60;
    const [late] = (await deliver(gate, await write(limit + 1, { passage: {} }, 2))).answers;
    assert.deepEqual([late?.outcome, late?.reason], ["refused", "too_late"]);
    const other = { ...passport, number: "N7654321" };
    const [kept] = (await deliver(gate, await write(limit - 1, { passage: { document: other } }, 3))).answers;
    assert.equal(kept?.outcome, "admit");
    await assertRebuilds(gate);
  });

  test("is refused from another gate, with a broken signature, and above the size of a batch", async () => {
    await using gate = await openGate();
    const write = cutOffGate(gate);
    const one = await write(1, { passage: {} });
    const broken = `${one.signature.startsWith("A") ? "B" : "A"}${one.signature.slice(1)}`;
    assert.equal((await deliver(gate, { ...one, signature: broken })).type, "event/signature");
    assert.equal((await deliver(gate, await write(1, { passage: { lane: "2" } }))).type, "passage/lane");
    assert.equal((await deliver(gate, ...Array.from({ length: 101 }, () => one))).type, "request/invalid");
    assert.deepEqual(await stays(gate), []);
  });
});

test("A passage on a numbered seal is keyed in once; its number does not do for another", async () => {
  await using gate = await openGate();
  const at = Temporal.Now.instant().subtract({ minutes: 5 }).toString({ smallestUnit: "millisecond" });
  const passage = { direction: "in", gate: "CN-1", lane: "1", document: passport };
  const run = { gate: "CN-1", lane: "1", count: 20 };
  const { series } = (await gate.officer.post(routes.sealPrint.path, run)).json();
  const paper = { seal: { series, number: 17 }, at, verdict: "admit", reason: "ok", passage };
  const key = async (body: object): Promise<CaptureReport> =>
    (await gate.officer.post(routes.paperPassage.path, body)).json();
  const first = await key(paper);
  assert.deepEqual(
    first.answers.map(({ outcome, reason, findings }) => [outcome, reason, findings]),
    [["admit", "ok", []]],
  );
  assert.deepEqual(await key(paper), first);
  const other = await key({ ...paper, passage: { ...passage, document: { ...passport, number: "N7654321" } } });
  assert.equal(other.answers[0]?.reason, "number_reused");
  assert.equal((await stays(gate)).length, 1);
  await assertRebuilds(gate);
});
