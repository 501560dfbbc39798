import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import {
  type DriverBook,
  type QueueAnswer,
  type QueueDay,
  type QueueFairness,
  type QueueOpenings,
  type QueuePlace,
  routes,
} from "@twinline/api";
import { instantText, QUARTER_MS, quarterOf, quarterStart } from "@twinline/zone";
import type { TestBrowser } from "../../access/test-doors.ts";
import { rebuildState } from "../../entries/rebuild.ts";
import { openGate, type TestGate } from "../../passages/test-gate.ts";
import { driverLimits, limitDrivers } from "./limits.ts";
import { openRoad, ownDoors } from "./test-road.ts";

const vins = ["1M8GDM9AXKP042788", "WDB9634031L123456", "XTA210990Y2766389", "VF1AAAA0001234567", "WAUZZZ8K9BA000001"];
const QUARTERS = 40;
/** Seconds that the tests need: none begins just before a slot ends. */
const NEEDED_SECONDS = 10;

type Driver = { readonly plate: string; readonly vin: string };

describe("Drivers who book by themselves", () => {
  let gate: TestGate;
  let nobody: TestBrowser;
  let duty: TestBrowser & { officer: string };
  let start: number;
  const at = (quarters: number) => instantText(quarterStart(start + quarters));
  const driver = (n: number): Driver => ({ plate: `70${n}KZA05`, vin: vins[n]! });
  const asked = ({ plate, vin }: Driver, slot: string, chapter = 72): DriverBook => ({
    plate,
    vin,
    country: "KZ",
    chapter,
    slot,
  });
  const book = async (
    body: DriverBook,
    key = randomUUID(),
  ): Promise<QueueAnswer & { type?: string; status: number }> => {
    const answer = await nobody.post(routes.queueDriverBook.path, body, { "idempotency-key": key });
    return { ...answer.json(), status: answer.statusCode };
  };
  const place = async (code: string): Promise<QueuePlace> =>
    (await nobody.post(routes.queuePlace.path, { code })).json();
  const change = async (code: string, to?: string): Promise<QueueAnswer> =>
    (await nobody.post(routes.queueDriverChange.path, { code, ...(to === undefined ? {} : { to }) })).json();
  /** The legal days that the shifts touch. */
  const days = () => {
    const legal = [0, QUARTERS - 1].map((one) => gate.spine.world().legalDay(quarterStart(start + one)));
    return [...new Set(legal)].map((day) => Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString());
  };
  const row = async (plate: string) => {
    const found: QueueDay["rows"] = [];
    for (const day of days())
      found.push(...((await duty.get(`${routes.queue.path}?day=${day}`)).json() as QueueDay).rows);
    return found.findLast((one) => one.plate === plate);
  };
  const entries = async () =>
    (await gate.fresh.owner.query<{ number: number; body: string }>("select number, body from entry order by number"))
      .rows;
  const close = async (from: number, until: number, isClosed: boolean) =>
    (
      await duty.post(routes.queueClose.path, { from: at(from), until: at(until), close: isClosed, why: "weather" })
    ).json();

  const waitForQuarter = async () => {
    const left = QUARTER_MS - (Temporal.Now.instant().epochMilliseconds % QUARTER_MS);
    if (left < NEEDED_SECONDS * 1_000) await new Promise((resolve) => setTimeout(resolve, left));
  };

  before(async () => {
    gate = await openGate("cn");
    nobody = gate.device();
    duty = await gate.enter("duty_officer");
    await waitForQuarter();
    start = quarterOf(Temporal.Now.instant().epochMilliseconds);
    await openRoad(gate, duty.officer, start, start + QUARTERS);
  });
  after(async () => {
    await gate?.[Symbol.asyncDispose]();
  });

  test("anybody sees which slots are free, and a slot that only the live queue may use is not among them", async () => {
    const openings: QueueOpenings = (await nobody.get(routes.queueOpenings.path)).json();
    assert.equal(openings.slots[0]?.at, at(1), "none that has begun");
    assert.equal(openings.slots[0]?.free, 1, "one of two is kept for the live queue");
    const all = openings.days.reduce((sum, { free }) => sum + free, 0);
    assert.equal(all, QUARTERS - 1);
    assert.equal((await nobody.get(`${routes.queueOpenings.path}?day=2020-01-01`)).json().slots.length, 0);
  });

  test("one books with plate, country and VIN alone; the entry has no author and nothing of the vehicle", async () => {
    const key = randomUUID();
    const body = asked(driver(0), at(12));
    const booked = await book(body, key);
    assert.equal(booked.reason, "booked");
    assert.match(booked.reasons![0]!.citations[0]!.provision, /^HOUSE_QUEUE\//);
    assert.equal((await book(body, key)).code, booked.code, "a request sent again over a bad line is the same booking");
    assert.equal((await book({ ...body, slot: at(13) }, key)).status, 409, "and never another");
    const told = await place(booked.code!);
    assert.deepEqual([told.state, told.slot, told.ahead, told.may], ["booked", at(12), 0, ["change", "cancel"]]);
    assert.equal(told.changeUntil, instantText(quarterStart(start + 12) - 120 * 60_000));
    const found = await entries();
    const mine = JSON.parse(found.find(({ number }) => number === booked.receipt.number)!.body);
    assert.deepEqual([mine.by, mine.byDriver, mine.kind], [undefined, true, "queue_book"]);
    for (const { body: text } of found)
      for (const secret of [booked.code!, driver(0).vin, driver(0).plate]) assert.ok(!text.includes(secret), secret);
    assert.equal((await row(driver(0).plate))?.byDriver, true);
  });

  test("the desk's doors stay shut to them, and theirs take nothing that an officer does", async () => {
    const body = asked(driver(1), at(12));
    for (const [path, sent] of [
      [routes.queueBook.path, body],
      [routes.queueCall.path, { count: 1 }],
      [routes.queueChange.path.replace(":booking", "a".repeat(64)), {}],
      [routes.queueArrive.path.replace(":booking", "a".repeat(64)), {}],
      [routes.queueNoShow.path.replace(":booking", "a".repeat(64)), {}],
    ] as const)
      assert.equal((await nobody.post(path, sent)).statusCode, 401, path);
    for (const more of [{ priority: "perishable" }, { byDriver: false }, { by: { officer: duty.officer } }])
      assert.equal((await book({ ...body, ...more })).status, 400, JSON.stringify(more));
    const { slot: _, ...live } = body;
    assert.equal((await book(live as DriverBook)).status, 400, "nobody joins the live queue from afar");
    assert.equal((await nobody.post(routes.queueDriverChange.path, { code: "A".repeat(22) })).statusCode, 404);
  });

  test("a slot without room writes nothing, one vehicle books once, and a wrong VIN is told as such", async () => {
    assert.equal((await book(asked(driver(1), at(12)))).reason, "slot_full", "the other place is the live queue's");
    const before = (await entries()).length;
    assert.equal((await book(asked(driver(1), at(QUARTERS + 5)))).type, "queue/no-room");
    assert.equal((await book(asked(driver(1), at(-1)))).type, "queue/no-room");
    assert.equal((await book({ ...asked(driver(1), at(13)), vin: "LZYTGTE61K0000008" })).type, "vehicle/vin-check");
    assert.equal((await entries()).length, before);
    assert.equal((await book(asked({ plate: "OTHER1", vin: vins[0]! }, at(13)))).reason, "already_booked");
  });

  test("a priority is the rule's, with its provision, and cannot be asked for", async () => {
    const key = randomUUID();
    const { code } = await book(asked(driver(1), at(14), 8), key);
    const afar = await book(asked(driver(2), at(14), 8));
    assert.equal(afar.reason, "slot_full", "nobody saw the load: the rest of the slot is the desk's");
    const desk: QueueAnswer = (await duty.post(routes.queueBook.path, asked(driver(2), at(14), 8))).json();
    assert.equal(desk.reason, "booked", "priority by rule may use the live queue's part");
    const again = await book(asked(driver(1), at(14), 8), key);
    assert.equal(again.code, code, "who had the last place is told so again, though nothing is free now");
    await change(desk.code!);
    const told = await place(code!);
    assert.equal(told.priority, "perishable");
    const priority = told.reasons!.find(({ rule }) => rule === "priority");
    assert.equal(priority?.citations[0]?.provision, "HOUSE_QUEUE/5");
  });

  test("changes are free until the cut-off and refused by rule after it; cancelling is always free", async () => {
    const { code } = await book(asked(driver(2), at(3)));
    assert.deepEqual((await place(code!)).may, ["cancel"], "45 minutes before");
    const refused = await change(code!, at(20));
    assert.equal(refused.reason, "after_cutoff");
    assert.equal(refused.reasons![0]!.citations[0]!.provision, "HOUSE_QUEUE/2");
    assert.equal((await change(code!)).reason, "cancelled");
    assert.deepEqual([(await place(code!)).state, (await place(code!)).may], ["cancelled", []]);
    const again = await book(asked(driver(2), at(16)));
    const moved = await change(again.code!, at(17));
    assert.deepEqual([moved.outcome, moved.slot], ["done", at(17)]);
    assert.equal((await place(again.code!)).slot, at(17));
  });

  test("a closed gate moves them in order, tells them why, holds nothing against them, and lets them choose again", async () => {
    const { code } = await book(asked(driver(3), at(2)));
    await close(0, 5, true);
    const told = await place(code!);
    assert.deepEqual([told.slot, told.promised, told.moves, told.why], [at(5), at(2), 1, "weather"]);
    assert.deepEqual(told.may, ["change", "cancel"], "after the cut-off too, for the road moved it");
    const late = { ahead: (5 * 15 + 80) * 60 };
    gate.clock.ahead = late.ahead;
    const { booking } = (await row(driver(3).plate))!;
    const missed = await duty.post(routes.queueNoShow.path.replace(":booking", booking), {});
    gate.clock.ahead = 0;
    assert.equal(missed.json().reason, "excused");
    const { rows } = await gate.fresh.owner.query<{ strikes: number; unseen: number | null }>(
      "select v.strikes::int as strikes, v.unseen::int as unseen from queue_vehicle v where v.strikes > 0 or v.unseen > 0",
    );
    assert.deepEqual(rows, []);
    assert.equal((await place(code!)).why, "excused");
    assert.equal((await book(asked(driver(3), at(22)))).reason, "booked");
    await close(0, 5, false);
  });

  test("who was never seen and did not come is told so by rule, and two such close only booking from afar", async () => {
    const unseen = driver(4);
    for (const slot of [at(24), at(26)]) {
      const { code } = await book(asked(unseen, slot));
      gate.clock.ahead = (26 * 15 + 90) * 60;
      const { booking } = (await row(unseen.plate))!;
      const path = routes.queueNoShow.path.replace(":booking", booking);
      assert.equal((await duty.post(path, {})).json().reason, "missed_unseen");
      gate.clock.ahead = 0;
      assert.equal((await place(code!)).why, "missed_unseen");
    }
    const refused = await book(asked(unseen, at(28)));
    assert.equal(refused.reason, "desk_only");
    assert.equal(refused.reasons![0]!.citations[0]!.provision, "HOUSE_QUEUE/7");
    const atDesk = await duty.post(routes.queueBook.path, asked(unseen, at(28)));
    assert.equal(atDesk.json().reason, "booked", "papers in hand the desk does not refuse");
  });

  test("beyond its limit an address is told to wait, and nothing more of it is recorded", async () => {
    await using doors = await ownDoors(gate, { address: { burst: 1, perSecond: 1 / 3_600, keysMax: 10 } });
    assert.equal((await doors.book(asked(driver(0), at(30)))).json().reason, "already_booked");
    const before = (await entries()).length;
    const turnedAway = await doors.book(asked(driver(0), at(30)));
    assert.equal(turnedAway.statusCode, 429);
    assert.ok(Number(turnedAway.headers["retry-after"]) > 0);
    assert.equal((await entries()).length, before);
  });

  test("the public figures count them", async () => {
    const told: QueueFairness[] = [];
    for (const day of days()) told.push((await nobody.get(`${routes.queueFairness.path}?day=${day}`)).json());
    const sum = (of: (figures: QueueFairness) => number) => told.reduce((all, one) => all + of(one), 0);
    assert.ok(sum(({ byDriver }) => byDriver) >= 5, JSON.stringify(told));
    assert.equal(
      sum(({ booked, byDriver }) => booked - byDriver),
      2,
      "those that the desk booked",
    );
  });

  test("state made again from the journal is the same", async () => {
    const report = await rebuildState(gate.fresh.database.connection, {
      concepts: gate.spine.concepts,
      tables: gate.spine.tables,
      rulebooks: gate.spine.world().rulebooks,
    });
    assert.deepEqual(
      report.tables.filter(({ onlyStored, onlyRebuilt }) => onlyStored + onlyRebuilt > 0),
      [],
    );
  });
});

test("An address, and all addresses together, may have so many bookings recorded and no more", () => {
  const wait = limitDrivers(driverLimits);
  const { burst } = driverLimits.address;
  for (let asked = 0; asked < burst; asked += 1) assert.equal(wait("one"), 0);
  assert.ok(wait("one") > 0);
  const all = limitDrivers({ ...driverLimits, all: { ...driverLimits.all, burst: 3 } });
  assert.deepEqual(
    [1, 2, 3].map((n) => all(`address ${n}`)),
    [0, 0, 0],
  );
  assert.ok(all("address 4") > 0);
});
