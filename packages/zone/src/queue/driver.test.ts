import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lastChange, openingsOf } from "./cut-off.ts";
import { fairnessOf } from "./fairness.ts";
import { quarterStart } from "./quarter.ts";
import { PEER, START, ToyRoad, toyWorld } from "./testing/toy-road.ts";

const QUARTERS = 90;
const byDriver = { byDriver: true } as const;

/** A road where both sides take so many in each quarter. */
function openRoad(size = 4): ToyRoad {
  const road = new ToyRoad();
  road.run("queue_peer", { origin: PEER, publicKey: "key" });
  road.shift("cn", size, START, START + QUARTERS);
  road.shift("kz", size, START, START + QUARTERS, 1);
  return road;
}

const reasonOf = ({ outcome, reason }: { outcome: string; reason: string }) => `${outcome} ${reason}`;

/** The driver books at one quarter and is reported missing after the time of grace. */
function miss(road: ToyRoad, name: string, at: number): string {
  road.clock.quarter = START + at;
  road.book(name, START + at + 1, 0, byDriver);
  road.clock.quarter = START + at + 6;
  return reasonOf(road.run("queue_no_show", road.held(`b_${name}`)));
}

describe("A driver who books without papers", () => {
  test("gets a slot as at the desk, with no author in the entry, and is known as one who showed none", () => {
    const road = openRoad();
    const body = road.book("a", START + 5, 8, { ...byDriver });
    assert.equal(reasonOf(body), "done booked");
    assert.equal(body.byDriver, true);
    const place = road.places().get("b_a");
    assert.deepEqual([place?.byDriver, place?.priority, place?.mode], [true, "perishable", "booked"]);
    assert.equal(reasonOf(road.book("b", undefined, 0, byDriver)), "refused slot_over", "nobody queues from afar");
  });

  test("who misses two unseen books at the desk only, and the desk never refuses the vehicle for it", () => {
    const road = openRoad();
    assert.equal(miss(road, "a/1", 0), "done missed_unseen");
    assert.equal(miss(road, "a/2", 10), "done missed_unseen");
    assert.deepEqual([road.vehicle("v_a")?.strikes, road.vehicle("v_a")?.unseen], [0, 2]);
    assert.equal(road.places().get("b_a/2")?.why, "missed_unseen");
    assert.equal(reasonOf(road.book("a/3", START + 40, 0, byDriver)), "refused desk_only");
    assert.equal(reasonOf(road.book("a/4", START + 40)), "done booked");
  });

  test("is counted like anybody once an officer has seen the vehicle", () => {
    const road = openRoad();
    road.book("a", START + 1, 0, byDriver);
    road.run("queue_arrive", road.held("b_a"));
    road.run("queue_call", { count: 1, waiting: road.waiting() });
    road.clock.quarter = START + 7;
    assert.equal(reasonOf(road.run("queue_no_show", road.held("b_a"))), "done missed");
    assert.equal(road.vehicle("v_a")?.strikes, 1);
  });

  test("whom a closed gate moves keeps the order, is told why, is never blamed and may change after the cut-off", () => {
    const road = openRoad();
    road.book("a", START + 1, 0, byDriver);
    road.book("b", START + 1);
    road.run("queue_close", { close: true, why: "weather", span: road.spanOf(START, START + 3) });
    const { quarter = 0, first, moves, why } = road.places().get("b_a")!;
    assert.deepEqual([quarter - START, first! - START, moves, why], [3, 1, 1, "weather"]);
    road.clock.quarter = quarter;
    assert.equal(reasonOf(road.run("queue_change", { ...road.held("b_a"), to: quarter + 4 })), "done changed");
    road.clock.quarter = quarter + 6;
    assert.equal(reasonOf(road.run("queue_no_show", road.held("b_b"))), "done excused");
    assert.deepEqual([road.vehicle("v_b")?.strikes, road.vehicle("v_b")?.unseen], [0, undefined]);
  });

  test("leaves the rest of each slot to the desk, whatever load is stated, and at the desk may have of it", () => {
    const road = openRoad(10);
    const at = START + 20;
    for (let n = 1; n <= 5; n += 1)
      assert.equal(reasonOf(road.book(`a${n}`, at, n === 1 ? 0 : 8, byDriver)), "done booked");
    for (const chapter of [0, 8]) assert.equal(reasonOf(road.book("b", at, chapter, byDriver)), "refused slot_full");
    const offered = openingsOf([...road.slots().values()], toyWorld, quarterStart(START));
    assert.deepEqual([offered.some(({ quarter }) => quarter === at), offered[0]?.free], [false, 5]);
    assert.equal(reasonOf(road.book("b", at + 1, 0, byDriver)), "done booked");
    const move = { ...road.held("b_b"), to: at };
    assert.equal(reasonOf(road.run("queue_change", { ...move, by: undefined })), "refused slot_full");
    assert.equal(reasonOf(road.run("queue_change", move)), "done changed", "an officer has seen the papers");
    assert.equal(reasonOf(road.book("c", at)), "done booked");
    assert.equal(reasonOf(road.book("d", at)), "refused slot_full", "the last three are the live queue's");
  });

  test("is counted in the figures of the day", () => {
    const road = openRoad();
    road.book("a", START + 1, 0, byDriver);
    road.book("b", START + 1);
    road.book("c");
    for (const name of ["b_a", "b_b"]) road.run("queue_arrive", road.held(name));
    road.run("queue_call", { count: 3, waiting: road.waiting() });
    const { booked, live, byDriver: own, waitByDriver, waitBooked } = fairnessOf([...road.places().values()]);
    assert.deepEqual([booked, live, own], [2, 1, 1]);
    assert.deepEqual([waitByDriver?.median, waitBooked?.median], [0, 0]);
  });
});

describe("What a driver is told before the booking and after", () => {
  test("the last minute of free changes is the rules' own, and there is none once it is over", () => {
    const road = openRoad();
    road.book("a", START + 20, 0, byDriver);
    const place = road.places().get("b_a")!;
    const ask = (atMs: number) => lastChange(place, { vehicle: "v_a", strikes: 0 }, toyWorld, atMs);
    const cutOff = quarterStart(START + 20) - 120 * 60_000;
    assert.equal(ask(quarterStart(START)), cutOff);
    assert.equal(ask(cutOff), cutOff);
    assert.equal(ask(cutOff + 60_000), undefined);
    const moved = { ...place, moves: 1 };
    const until = lastChange(moved, { vehicle: "v_a", strikes: 0 }, toyWorld, cutOff + 60_000);
    assert.ok(until! > quarterStart(START + 20), "who was moved may change to the end");
  });

  test("the slots offered are those that a booking would get, and none that has begun", () => {
    const road = openRoad(2);
    const free = () => openingsOf([...road.slots().values()], toyWorld, quarterStart(START));
    assert.equal(free()[0]?.quarter, START + 1);
    assert.equal(free()[0]?.free, 1, "one of two is kept for the live queue");
    for (const { quarter, free: room } of free().slice(0, 10)) {
      for (let at = 0; at < room; at += 1) {
        assert.equal(reasonOf(road.book(`${quarter}/${at}`.replace("/", "x"), quarter, 0, byDriver)), "done booked");
      }
      assert.equal(reasonOf(road.book(`${quarter}y`, quarter, 0, byDriver)), "refused slot_full");
    }
    assert.equal(free()[0]?.quarter, START + 11);
  });
});
