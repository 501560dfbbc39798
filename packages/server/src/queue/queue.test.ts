import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  type QueueAnswer,
  type QueueDay,
  type QueueFairness,
  type QueuePlace,
  type QueuePlan,
  routes,
  type ShiftStatement,
} from "@twinline/api";
import { entryHash, hashFromHex, signReceipt, writeCanonical } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import { instantText, QUARTER_MS, quarterOf, quarterStart } from "@twinline/zone";
import type { TestBrowser } from "../access/test-doors.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const CANARY = "LZYTGTE63K0000007";
/** Seconds that the tests need: none begins just before a slot ends. */
const NEEDED_SECONDS = 5;
const shift = { lanes: 2, staff: 4, staffPerLane: 2, perLane: 2 };
type Duty = TestBrowser & { officer: string };

describe("The queue of the road gate, kept by the Chinese node with the Kazakh side's word", () => {
  let cn: TestGate;
  let kz: TestGate;
  let duty: Duty;
  let other: Duty;
  /** First quarter of the shifts: the one that runs. */
  let start: number;
  const at = (quarters: number) => instantText(quarterStart(start + quarters));
  const span = (from: number, until: number) => ({ from: at(from), until: at(until) });
  const truck = (plate: string, vin: string, more: object = {}) => ({
    plate,
    country: "KZ",
    vin,
    chapter: 72,
    ...more,
  });
  const book = async (plate: string, vin: string, more: object = {}): Promise<QueueAnswer & { type?: string }> =>
    (await duty.post(routes.queueBook.path, truck(plate, vin, more))).json();
  const day = async (): Promise<QueueDay> => (await duty.get(routes.queue.path)).json();
  const waitForQuarter = async () => {
    const left = QUARTER_MS - (Temporal.Now.instant().epochMilliseconds % QUARTER_MS);
    if (left < NEEDED_SECONDS * 1_000) await new Promise((resolve) => setTimeout(resolve, left));
  };

  before(async () => {
    [cn, kz] = [await openGate("cn"), await openGate("kz")];
    await waitForQuarter();
    start = quarterOf(Temporal.Now.instant().epochMilliseconds);
    [duty, other] = [await cn.enter("duty_officer"), await kz.enter("duty_officer")];
  });
  after(async () => {
    await cn?.[Symbol.asyncDispose]();
    await kz?.[Symbol.asyncDispose]();
  });

  const statementOf = async (capacity: object): Promise<ShiftStatement> => {
    const plan: QueuePlan = (
      await other.post(routes.queueShift.path, { ...span(0, 12), ...shift, ...capacity })
    ).json();
    return (await other.get(routes.queueStatement.path.replace(":number", String(plan.receipt!.number)))).json();
  };

  test("no slot exists by the word of one side, and the other side's is taken only as it signed it", async () => {
    assert.equal((await duty.post(routes.queueShift.path, { ...span(0, 12), ...shift })).json().reason, "shift_set");
    assert.equal((await book("123ABC02", "1M8GDM9AXKP042788", { slot: at(4) })).reason, "slot_full");
    const statement = await statementOf({});
    const unknown = await duty.post(routes.queueStatementTake.path, statement);
    assert.equal(unknown.json().type, "queue/peer-unknown");
    const key = (await other.get(routes.queue.path)).json().ownKey;
    assert.equal((await duty.post(routes.queuePeer.path, { key, second: "x".repeat(43) })).statusCode, 403);
    const second = await cn.second(duty, "queue.trust_peer", { key });
    assert.equal((await duty.post(routes.queuePeer.path, { key, second })).json().reason, "trusted");
    const forged = { ...statement, body: statement.body.replace('"capacity":4', '"capacity":9') };
    assert.notEqual(forged.body, statement.body);
    assert.equal((await duty.post(routes.queueStatementTake.path, forged)).json().type, "queue/statement");
    assert.equal((await duty.post(routes.queueStatementTake.path, statement)).json().reason, "shift_set");
    assert.equal((await duty.post(routes.queueStatementTake.path, statement)).json().reason, "statement_old");
    assert.deepEqual((await day()).slots[4], {
      at: at(4),
      own: 4,
      peer: 4,
      closed: false,
      size: 4,
      booked: 0,
      live: 0,
      called: 0,
    });
  });

  test("a word that the other side signed and no officer could have entered is not taken", async () => {
    const statement = await statementOf({});
    const signed = (change: object): ShiftStatement => {
      const body = writeCanonical({ ...JSON.parse(statement.body), ...change });
      const number = statement.receipt.number + 1;
      const chain = statement.receipt.origin;
      const hash = Buffer.from(entryHash({ chain, number, prev: hashFromHex(statement.prev), body }, sha256));
      const receipt = signReceipt({ number, hash: hash.toString("hex") }, statement.receipt.at, kz.spine.signer);
      return { receipt, prev: statement.prev, body };
    };
    const most = Number.MAX_SAFE_INTEGER;
    const last = start + 12;
    for (const change of [
      { lanes: most, staff: most, perLane: most },
      { lanes: -1 },
      { staffPerLane: 0 },
      { from: most - 1, until: most },
      { from: last, until: last },
      { from: start, until: most },
    ]) {
      const answer = await duty.post(routes.queueStatementTake.path, signed(change));
      assert.equal(answer.json().type, "queue/statement", JSON.stringify(change));
    }
  });

  test("a vehicle books once, by plate or by VIN, and its driver sees the place by a code without a name", async () => {
    const booked = await book("123 abc-02", CANARY, { slot: at(8) });
    assert.equal(booked.reason, "booked");
    assert.equal((await book("999ZZZ02", CANARY, { slot: at(9) })).reason, "already_booked");
    const answer = await duty.post(routes.queuePlace.path, { code: booked.code });
    const place: QueuePlace = answer.json();
    assert.equal(place.slot, at(8));
    assert.ok(!/123ABC02|ZYTG/.test(answer.body), "no plate and no VIN");
    assert.equal((await duty.post(routes.queuePlace.path, { code: "A".repeat(22) })).statusCode, 404);
    const { rows } = await cn.fresh.database.query<{ body: string }>("select body from entry");
    assert.ok(
      !rows.some(({ body }) => body.includes(CANARY) || body.includes("123ABC02") || body.includes(booked.code!)),
    );
    assert.equal(
      (await book("1", "1M8GDM9AXKP042788", { slot: at(0).replace(":00.000Z", ":01.000Z") })).type,
      "request/invalid",
    );
    assert.equal((await book("123ABC07", "LZYTGTE61K0000008", { slot: at(9) })).type, "vehicle/vin-check");
  });

  test("those who come without a booking queue, perishables are called first by the rule, and only the called pass", async () => {
    const vins = ["1M8GDM9AXKP042788", "WDB9634031L123456", "XTA210990Y2766389"];
    const codes: string[] = [];
    for (const [n, chapter] of [72, 72, 8].entries()) {
      const answer = await book(`40${n}KZA05`, vins[n]!, { chapter });
      assert.equal(answer.reason, "booked");
      codes.push(answer.code!);
    }
    const vehicle = { plate: "402KZA05", country: "KZ" };
    const early = await cn.pass({ vehicle, document: { ...passport, number: "N00000005" } });
    assert.deepEqual([early.verdict, early.reason], ["refer", "wait_for_call"]);
    assert.match(early.reasons[0]!.citations[0]!.provision, /^HOUSE_QUEUE\//);
    assert.equal((await duty.post(routes.queueCall.path, { count: 1 })).json().called, 1);
    const rows = (await day()).rows;
    assert.deepEqual(
      rows
        .filter(({ state }) => state === "called")
        .map(({ plate, priority, overtook }) => [plate, priority, overtook]),
      [["402KZA05", "perishable", 2]],
    );
    const called = await cn.pass({ vehicle, document: { ...passport, number: "N00000006" } });
    assert.equal(called.verdict, "admit");
    const stranger = await cn.pass({
      vehicle: { plate: "777AAA01", country: "KZ" },
      document: { ...passport, number: "N00000007" },
    });
    assert.deepEqual([stranger.verdict, stranger.reason], ["refer", "no_slot"]);
    const place: QueuePlace = (await duty.post(routes.queuePlace.path, { code: codes[2] })).json();
    assert.equal(place.state, "passed");
  });

  const placed = ({ booking, slot, state, moves }: QueueDay["rows"][number]) => [booking, slot, state, moves];

  test("closing the road is shown before it is done, gives everybody a new slot in order, and says why", async () => {
    const close = { ...span(0, 9), close: true, why: "weather" };
    const before = await day();
    const preview: QueuePlan = (await duty.post(routes.queueClose.path, { ...close, preview: true })).json();
    assert.equal(preview.receipt, undefined);
    assert.deepEqual((await day()).rows.map(placed), before.rows.map(placed), "a preview changes nothing");
    const plan: QueuePlan = (await duty.post(routes.queueClose.path, close)).json();
    assert.deepEqual(plan.moves, preview.moves);
    assert.deepEqual(
      plan.moves.map(({ plate }) => plate),
      ["400KZA05", "401KZA05", "123ABC02"],
    );
    assert.deepEqual(
      plan.moves.map(({ to }) => to),
      [at(9), at(9), at(9)],
    );
    const row = (await day()).rows.find(({ plate }) => plate === "123ABC02");
    assert.deepEqual([row?.moves, row?.why, row?.promised], [1, "weather", at(8)]);
    assert.equal((await duty.post(routes.queueCall.path, { count: 1 })).json().reason, "no_room_now");
  });

  test("the figures are for everybody, and name nobody", async () => {
    const figures: QueueFairness = (await cn.officer.get(routes.queueFairness.path)).json();
    assert.equal(figures.priority, 1);
    assert.equal(figures.overtaken, 2);
    assert.equal(figures.moved, 3);
    assert.equal(figures.passed, 1);
  });

  test("figures that anybody may see cost one look at the queue, whoever asks and how often", async (t) => {
    const nobody = cn.device();
    const { mock } = t.mock.method(cn.node.database, "query");
    await Promise.all(Array.from({ length: 20 }, () => nobody.get(routes.queueFairness.path)));
    const looks = mock.calls.length;
    mock.restore();
    assert.ok(looks <= 4, String(looks));
  });

  test("nobody closes the road, sets a shift or reports a missed slot without the role for it", async () => {
    const gate = await cn.enter("gate_officer");
    const analyst = await cn.enter("analyst");
    assert.equal(
      (await gate.post(routes.queueClose.path, { ...span(0, 1), close: true, why: "weather" })).statusCode,
      403,
    );
    assert.equal((await gate.post(routes.queueShift.path, { ...span(0, 1), ...shift })).statusCode, 403);
    assert.equal((await analyst.get(routes.queue.path)).statusCode, 403);
    const row = (await day()).rows.find(({ plate }) => plate === "123ABC02")!;
    const path = routes.queueNoShow.path.replace(":booking", row.booking);
    assert.equal((await gate.post(path, {})).statusCode, 403);
    assert.equal((await duty.post(path, {})).json().reason, "not_late");
    const arrived = await gate.post(routes.queueArrive.path.replace(":booking", row.booking), {});
    assert.equal(arrived.json().reason, "arrived");
  });

  test("state made again from the journal is the same", async () => {
    const report = await rebuildState(cn.fresh.database.connection, {
      concepts: cn.spine.concepts,
      tables: cn.spine.tables,
      rulebooks: cn.spine.world().rulebooks,
    });
    assert.deepEqual(
      report.tables.filter(({ onlyStored, onlyRebuilt }) => onlyStored + onlyRebuilt > 0),
      [],
    );
    assert.ok(report.tables.some(({ table, rows }) => table === "queue_place" && rows === 4));
  });
});
