import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { keep } from "../passages/toy-node.fixture.ts";
import type { Body } from "../spine/concept.ts";
import { entryChanges } from "../spine/fold.ts";
import { decisionsOf } from "../spine/read-body.ts";
import type { Row, StateKey } from "../spine/state.ts";
import { inOrder, isHolding, isInQueue, isSeen, type Place } from "./place.ts";
import { NO_PRIORITY } from "./road-law.ts";
import { type Slot, sizeOf } from "./slot.ts";
import { PEER, START, ToyRoad } from "./testing/toy-road.ts";

const WORLDS = 400;
const REACH = 20;
/** Quarters after which a slot of the next hour is missed by the shipped rules. */
const GRACE_OVER = 8;
const VEHICLES = ["a", "b", "c", "d", "e", "f", "g"];

type Step = { readonly what: string; readonly name: string; readonly at: number; readonly more: number };

const weights = {
  own: 2,
  peer: 2,
  close: 2,
  open: 1,
  book: 4,
  self: 4,
  live: 5,
  change: 6,
  cancel: 1,
  arrive: 4,
  call: 5,
  noShow: 5,
  pass: 3,
  later: 3,
  muchLater: 1,
};
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(...Object.entries(weights).map(([what, weight]) => ({ arbitrary: fc.constant(what), weight }))),
  name: fc.constantFrom(...VEHICLES),
  at: fc.nat({ max: REACH }),
  more: fc.integer({ min: 0, max: 4 }),
});
const steps = fc.array(step, { minLength: 10, maxLength: 60, size: "max" });

/** A road where the other side's key is known, and what each step made of it. */
function newRoad(): ToyRoad {
  const road = new ToyRoad();
  road.run("queue_peer", { origin: PEER, publicKey: "key" });
  road.shift("cn", 2, START, START + REACH);
  road.shift("kz", 2, START, START + REACH, 1);
  return road;
}

function take(road: ToyRoad, { what, name, at, more }: Step): Body | undefined {
  const from = START + at;
  const mine = [...road.places()].find(([, place]) => place.vehicle === `v_${name}` && isInQueue(place))?.[0];
  const span = () => road.spanOf(from, from + 1 + more);
  if (what === "own") return road.shift("cn", more, from, from + 3);
  if (what === "peer") return road.shift("kz", more, from, from + 3, (road.peer()?.statement ?? 0) + 1);
  if (what === "close" || what === "open")
    return road.run("queue_close", { close: what === "close", why: "weather", span: span() });
  if (what === "book") return road.book(`${name}/${road.entries.length}`, from, more === 0 ? 8 : 72);
  if (what === "self")
    return road.book(`${name}/${road.entries.length}`, road.clock.quarter + more, 72, { byDriver: true });
  if (what === "live") return road.book(`${name}/${road.entries.length}`, undefined, more === 0 ? 8 : 72);
  if (what === "call") return road.run("queue_call", { count: more + 1, waiting: road.waiting() });
  if (what === "later") road.clock.quarter += more;
  if (what === "muchLater") road.clock.quarter += GRACE_OVER;
  if (what === "later" || what === "muchLater" || mine === undefined) return undefined;
  if (what === "change") return road.run("queue_change", { ...road.held(mine), to: from });
  if (what === "cancel") return road.run("queue_change", road.held(mine));
  if (what === "arrive") return road.run("queue_arrive", road.held(mine));
  if (what === "noShow") return road.run("queue_no_show", road.held(mine));
  return road.pass(name, mine);
}

/** On no side more than it takes: of those who hold a slot, and of those who are called in one. */
function assertCapacity(slots: ReadonlyMap<number, Slot>, before: ReadonlyMap<number, Slot>): void {
  for (const slot of slots.values()) {
    const holders = slot.booked + slot.live;
    assert.ok(holders <= sizeOf(slot), `${holders} hold a slot of ${sizeOf(slot)}`);
    assert.ok(holders === 0 || (holders <= slot.own! && holders <= slot.peer!), "neither side is exceeded");
    const called = slot.called - (before.get(slot.quarter)?.called ?? 0);
    assert.ok(called === 0 || slot.called <= sizeOf(slot), `${slot.called} were called in a slot of ${sizeOf(slot)}`);
  }
}

/** What is counted is what there is, to the vehicle. */
function assertCounts(road: ToyRoad): void {
  const places = [...road.places().values()];
  for (const slot of road.slots().values()) {
    for (const mode of ["booked", "live"] as const) {
      const holding = places.filter((one) => isHolding(one) && one.quarter === slot.quarter && one.mode === mode);
      assert.equal(slot[mode], holding.length, `${mode} of slot ${slot.quarter - START}`);
    }
  }
  const { waiting = 0, unplaced = 0 } = road.yard() ?? {};
  assert.equal(waiting, places.filter(({ state }) => state === "waiting").length);
  assert.equal(unplaced, places.filter((one) => isHolding(one) && one.quarter === undefined).length);
  const active = places.filter(isInQueue);
  assert.equal(new Set(active.map(({ vehicle }) => vehicle)).size, active.length, "one place for each vehicle");
}

/** A place changes by its own holder's wish, by being called, or by the road with its reason; never otherwise. */
function assertNobodyLosesPlace(before: ReadonlyMap<string, Place>, road: ToyRoad, body: Body): void {
  const after = road.places();
  assert.ok(
    [...before.keys()].every((booking) => after.has(booking)),
    "no place is dropped",
  );
  const moved: [Place, Place][] = [];
  for (const [booking, was] of before) {
    const is = after.get(booking)!;
    if (!isHolding(was) || (was.quarter === is.quarter && was.turn === is.turn && isHolding(is))) continue;
    if (body.kind === "queue_close" || body.kind === "queue_shift") {
      const isFirst = was.quarter === undefined && is.quarter !== undefined && was.first === undefined;
      assert.ok(isFirst || (is.moves === was.moves + 1 && typeof is.why === "string"), "whoever is moved is told why");
      assert.ok(
        is.quarter === undefined || was.quarter === undefined || is.quarter >= was.quarter,
        "never before its slot",
      );
      assert.equal(is.state, was.state);
      moved.push([was, is]);
    } else if (body.kind === "queue_call") assert.equal(is.state, "called");
    else assert.equal(body.booking, booking, `${body.kind} of one changed the place of another`);
  }
  const byOrder = moved.toSorted(([a], [b]) => inOrder({ quarter: 0, ...a }, { quarter: 0, ...b })).map(([, is]) => is);
  assert.deepEqual(byOrder.toSorted(inOrder), byOrder, "those who are moved keep their order");
}

/** Who is called before one who stood ahead had priority by a rule, and its decision is in the journal with its source. */
function assertFairCall(before: ReadonlyMap<string, Place>, road: ToyRoad, body: Body): void {
  if (body.kind !== "queue_call" || body.outcome !== "done") return;
  const called = body.called as readonly string[];
  const left = [...before.values()].filter((one) => one.state === "waiting");
  for (const booking of called) {
    const place = before.get(booking)!;
    const passed = left.filter((one) => one !== place && inOrder(one, place) < 0);
    const stillWait = passed.filter((one) =>
      [...road.places().values()].some((now) => now.turn === one.turn && now.state === "waiting"),
    );
    if (stillWait.length === 0) continue;
    assert.notEqual(place.priority, NO_PRIORITY, "jumped without a rule");
    const booked = road.entries.find((one) => one.body.kind === "queue_book" && one.body.booking === booking)!;
    const [decision] = decisionsOf(booked.body);
    assert.equal(decision?.rulebook, "khorgos/cn/road");
    assert.equal(decision?.outputs.priority, place.priority);
  }
}

/** A slot counts as missed by a rule alone: unseen against booking without papers, seen against the vehicle, moved never. */
function assertFairPenalty(before: ReadonlyMap<string, Place>, strikes: Strikes, after: Strikes, body: Body): void {
  for (const [vehicle, { strikes: now, unseen }] of after) {
    const was = strikes.get(vehicle) ?? { strikes: 0, unseen: 0 };
    if (now === was.strikes && unseen === was.unseen) continue;
    assert.equal(body.kind, "queue_no_show");
    const place = before.get(String(body.booking))!;
    assert.equal(place.vehicle, vehicle);
    assert.equal(place.moves, 0, "whom the road moved is not to blame");
    assert.equal(decisionsOf(body)[0]?.rulebook, "khorgos/cn/road");
    if (isSeen(place)) assert.equal(unseen, was.unseen);
    else assert.equal(now, was.strikes, "anybody could have booked in its name");
  }
}

type Strikes = ReadonlyMap<string, { readonly strikes: number; readonly unseen: number }>;

function strikesOf(road: ToyRoad): Strikes {
  const vehicles = VEHICLES.map((name) => `v_${name}`);
  return new Map(
    vehicles.map((vehicle) => {
      const { strikes = 0, unseen = 0 } = road.vehicle(vehicle) ?? {};
      return [vehicle, { strikes, unseen }] as const;
    }),
  );
}

/** A slot has a size only where both sides' last word stands, whatever came between (read from the entries alone). */
function assertTwoSided(road: ToyRoad): void {
  for (const slot of road.slots().values()) {
    const word = (side: string) =>
      road.entries.findLast(
        ({ body }) =>
          body.kind === "queue_shift" &&
          body.outcome === "done" &&
          body.side === side &&
          Number(body.from) <= slot.quarter &&
          slot.quarter < Number(body.until),
      )?.body.capacity;
    assert.equal(slot.own, word("cn"));
    assert.equal(slot.peer, word("kz"));
    if (word("cn") === undefined || word("kz") === undefined) assert.equal(sizeOf(slot), 0);
  }
}

/** What must have been tried, or the test is too gentle to be believed. */
const tried = [
  "queue_book booked",
  "queue_book slot_full",
  "queue_change changed",
  "queue_change cancelled",
  "queue_call called",
  "queue_close road_closed",
  "queue_no_show missed",
  "queue_no_show missed_unseen",
  "queue_shift shift_set",
  "passage ok",
  "passage wait_for_call",
  "moved",
  "overtook",
];

test("Nobody loses a place but by a rule, neither side takes more than it said, nobody is forgotten", (t) => {
  const tally = new Map<string, number>();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(steps, (taken) => {
      const road = newRoad();
      let strikes = strikesOf(road);
      for (const one of taken) {
        const [places, slots] = [road.places(), road.slots()];
        const body = take(road, one);
        if (body === undefined) continue;
        count(`${body.kind} ${body.reason}`);
        assertCapacity(road.slots(), slots);
        assertCounts(road);
        assertNobodyLosesPlace(places, road, body);
        assertFairCall(places, road, body);
        const after = strikesOf(road);
        assertFairPenalty(places, strikes, after, body);
        strikes = after;
        if ([...road.places().values()].some(({ moves }) => moves > 0)) count("moved");
        if ([...road.places().values()].some(({ overtook }) => overtook > 0)) count("overtook");
      }
      assertTwoSided(road);
    }),
    { numRuns: WORLDS },
  );
  t.diagnostic([...tally].map(([what, times]) => `${what}: ${times}`).join(", "));
  for (const what of tried)
    assert.ok((tally.get(what) ?? 0) >= 12, `"${what}" was tried too seldom: ${tally.get(what)}`);
});

test("The queue is a fold over the journal: made again from the bodies alone it is the same", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const road = newRoad();
      for (const one of taken) take(road, one);
      const rows = new Map<string, StateKey & { row: Row }>();
      for (const { number, body } of road.entries)
        for (const change of entryChanges(road.concepts.get(body.kind)!, body, number, road.rulebooks))
          keep(rows, change, number);
      assert.deepEqual(rows, road.rows);
    }),
    { numRuns: WORLDS / 4 },
  );
});
