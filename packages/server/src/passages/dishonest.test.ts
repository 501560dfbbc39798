import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { type CaptureReport, type GateEvent, type PassageRequest, routes } from "@twinline/api";
import { countersWithoutRight, getRulebook } from "@twinline/zone";
import { eventKey } from "../captures/event-key.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { openTill, signed, type TestTill } from "../rights/test-till.ts";
import { openGate, passport, type TestGate } from "./test-gate.ts";

const shirts = { hs: "6109", category: "textile", quantity: 1, massGrams: 4, valueMinor: 3_000_00, indivisible: false };

type Made = Omit<Partial<GateEvent>, "passage"> & { readonly passage?: Partial<PassageRequest> };

/** An event that a device signed, whatever it claims. */
async function claim(gate: TestGate, more: Made, signer = gate.officer.signer!) {
  const at = Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
  const { rulebook } = getRulebook(gate.spine.world(), more.passage?.direction === "out" ? "departure" : "arrival");
  const event = {
    device: signer.keyId,
    boot: randomBytes(16).toString("base64url"),
    sequence: 1,
    at,
    kind: "passage",
    verdict: "admit",
    reason: "ok",
    hash: rulebook.hash,
    counters: countersWithoutRight({ rulebook }),
    watch: "none",
    dataAsOf: at,
    ...more,
    passage: { direction: "in", gate: "CN-1", lane: "1", document: passport, ...more.passage },
  } as GateEvent;
  return { event, signature: await signed(signer, event) };
}

type Reported = CaptureReport & { type?: string };

async function deliver({ officer }: Pick<TestGate, "officer">, ...events: object[]): Promise<Reported> {
  return (await officer.post(routes.latePassages.path, { events })).json();
}

async function officerAt(gate: TestGate, till: TestTill) {
  const officer = await gate.enter("gate_officer");
  officer.signer = till.signer;
  return officer;
}

describe("A dishonest gate officer", () => {
  test("records no passage at a till, neither late nor from a seal, by whichever device it was signed", async () => {
    await using gate = await openGate();
    const till = await openTill(gate);
    const officer = await officerAt(gate, till);
    const place = { gate: "CN-S1", lane: "1" };
    const late = await claim(gate, { passage: place }, till.signer);
    assert.equal((await deliver({ officer }, late)).type, "passage/lane");
    const seal = { series: "A", number: 1 };
    const passage = { ...late.event.passage, ...place };
    const paper = { seal, at: late.event.at, verdict: "admit", reason: "ok", passage };
    const answer = await officer.post(routes.paperPassage.path, paper);
    assert.equal(answer.json().type, "passage/lane");
    const own = await openTill(gate, "CN-1");
    assert.equal((await deliver(gate, await claim(gate, {}, own.signer))).type, "passage/lane");
    assert.deepEqual((await gate.fresh.owner.query("select key from stay")).rows, []);
  });

  test("lets nothing out by the law of the way in, which counts none of it", async () => {
    await using gate = await openGate();
    const { stay } = await gate.pass({});
    const day = gate.spine.world().legalDay(Temporal.Now.instant().epochMilliseconds);
    const { hash } = getRulebook(gate.spine.world(), "arrival").rulebook;
    const out = await claim(gate, {
      passage: { direction: "out", goods: [shirts] },
      hash,
      stay: { visit: stay!.visit, gate: "CN-1", enteredDay: day, lastDay: day + 29 },
    });
    const [answer] = (await deliver(gate, out)).answers;
    assert.deepEqual([answer?.outcome, answer?.reason], ["refused", "law_unknown"]);
  });

  test("gives nobody days by a clock that runs ahead: what happened did not happen after it was told", async () => {
    await using gate = await openGate();
    const at = Temporal.Now.instant().add({ hours: 72 }).toString({ smallestUnit: "millisecond" });
    const [answer] = (await deliver(gate, await claim(gate, { at, pass: "a".repeat(64) }))).answers;
    assert.deepEqual([answer?.outcome, answer?.findings], ["admit", ["clock_ahead"]]);
    const today = gate.spine.world().legalDay(Temporal.Now.instant().epochMilliseconds);
    const { rows } = await gate.fresh.owner.query("select entered_day::int as entered from stay");
    assert.deepEqual(rows, [{ entered: today }]);
    const report = await rebuildState(gate.fresh.connection, {
      ...gate.spine,
      rulebooks: gate.spine.world().rulebooks,
    });
    assert.equal(report.same, true);
  });

  test("takes no key that the node gives to events, so that no sale is kept from being told", async () => {
    await using gate = await openGate();
    const { key } = eventKey(`event ${"a".repeat(64)}`);
    assert.equal((await gate.pass({}, key)).type, "request/invalid");
    assert.equal((await gate.pass({})).verdict, "admit");
  });

  test("is told of when a device was taken out of use and goes on signing", async () => {
    await using gate = await openGate();
    const duty = await gate.enter("duty_officer");
    const till = await openTill(gate, "CN-1", "2");
    const { pass } = await gate.pass({});
    const { right } = await till.reserve({ pass, envelope: { valueMinor: 5_000_00 } });
    await duty.post(routes.deviceRevoke.path.replace(":id", till.signer.keyId), {});
    const sale = await till.sale(right!, [shirts]);
    const told: Reported = (await gate.officer.post(routes.tillEvents.path, { events: [sale] })).json();
    assert.deepEqual(
      told.answers.map(({ reason, findings }) => [reason, findings]),
      [["sold", ["device_revoked"]]],
    );
  });
});

test("A till is not told who is watched for, and the journal keeps why", async () => {
  await using gate = await openGate();
  const till = await openTill(gate);
  const { pass } = await gate.pass({});
  const duty = await gate.enter("duty_officer");
  const named = { issuer: "KZ", number: passport.number, verdict: "refer", code: "customs" };
  const today = Temporal.Now.plainDateISO("UTC");
  const days = { from: today.subtract({ days: 1 }).toString(), until: today.add({ days: 30 }).toString() };
  assert.equal((await duty.post(routes.watchlistAdd.path, { ...named, ...days })).json().outcome, "done");
  const answer = await till.reserve({ pass, envelope: { valueMinor: 1_00 } });
  assert.deepEqual([answer.outcome, answer.reason, answer.decisions], ["refused", "ask_at_gate", []]);
  assert.ok(!JSON.stringify(answer).includes("watch"));
  const { rows } = await gate.fresh.owner.query<{ body: string }>("select body from entry where kind = 'reserve'");
  assert.equal(JSON.parse(rows[0]!.body).reason, "watch_refer");
});

test("A till that floods the node is told to wait, and a gate is not", async () => {
  await using gate = await openGate();
  const till = await openTill(gate);
  const one = await till.event({ kind: "release", reservation: 1, amounts: { duty_free_today: 1 } });
  const events = Array.from({ length: 100 }, () => one);
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => till.browser.post(routes.tillEvents.path, { events })),
  );
  const waits = answers.filter(({ statusCode }) => statusCode === 429);
  assert.ok(waits.length > 0 && waits.length < answers.length, String(waits.length));
  assert.equal(waits[0]?.json().type, "request/too-many");
  assert.equal((await gate.pass({})).verdict, "admit");
});

test("A dishonest till sells by the law of the way out alone", async () => {
  await using gate = await openGate();
  const till = await openTill(gate);
  const { pass } = await gate.pass({});
  const { right } = await till.reserve({ pass, envelope: { valueMinor: 1_00 } });
  const { hash } = getRulebook(gate.spine.world(), "arrival").rulebook;
  const [answer] = (await till.report(await till.sale({ ...right!, hash }, [shirts]))).answers;
  assert.deepEqual([answer?.outcome, answer?.reason], ["refused", "law_unknown"]);
});
