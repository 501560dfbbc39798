import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placeOf } from "../spine/state.ts";
import { closingReasons } from "./close-road.ts";
import { inOrder } from "./place.ts";
import { capacityOf } from "./set-shift.ts";
import { PEER, START, ToyRoad } from "./testing/toy-road.ts";

/** Both sides take so many in each of the next quarters. */
function open(road: ToyRoad, own: number, peer: number, quarters = 20): void {
  road.run("queue_peer", { origin: PEER, publicKey: "key" });
  road.shift("cn", own, START, START + quarters);
  road.shift("kz", peer, START, START + quarters, 1);
}

const reasonOf = ({ outcome, reason }: { outcome: string; reason: string }) => `${outcome} ${reason}`;
const order = (road: ToyRoad) =>
  [...road.places()].map(([name, { quarter, moves, why }]) => [name, quarter && quarter - START, moves, why]);

describe("A slot of the road gate", () => {
  test("does not exist until both sides have said what they take, and has the smaller number of the two", () => {
    const road = new ToyRoad();
    road.shift("cn", 4, START, START + 8);
    assert.equal(reasonOf(road.book("a", START + 1)), "refused slot_full");
    assert.equal(reasonOf(road.shift("kz", 1, START, START + 8)), "refused statement_needed");
    assert.equal(reasonOf(road.shift("kz", 1, START, START + 8, 1)), "refused peer_unknown");
    road.run("queue_peer", { origin: PEER, publicKey: "key" });
    assert.equal(reasonOf(road.shift("kz", 2, START, START + 8, 1)), "done shift_set");
    assert.equal(reasonOf(road.book("a", START + 1)), "done booked");
    assert.equal(reasonOf(road.book("b", START + 1)), "refused slot_full", "one of two is kept for the live queue");
    assert.equal(reasonOf(road.book("c", START + 9)), "refused slot_full", "nobody has accepted that quarter");
  });

  test("takes an older statement of the other side never again", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    assert.equal(reasonOf(road.shift("kz", 9, START, START + 8, 1)), "refused statement_old");
    assert.equal(reasonOf(road.shift("kz", 9, START, START + 8, 2)), "done shift_set");
  });

  test("counts lanes that have the staff they need", () => {
    assert.equal(capacityOf({ lanes: 3, staff: 5, staffPerLane: 2, perLane: 4 }), 8);
    assert.equal(capacityOf({ lanes: 3, staff: 0, staffPerLane: 2, perLane: 4 }), 0);
    assert.equal(capacityOf({ lanes: 3, staff: 9, staffPerLane: 2, perLane: 4 }), 12);
  });
});

describe("The queue", () => {
  test("knows a vehicle under another plate by its VIN, and lets it book again once it is out of the queue", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    road.book("a", START + 12);
    const other = { booking: "b2", vehicle: "v_other", vin: "n_a", country: "KZ", chapter: 0, quarter: START + 13 };
    assert.equal(reasonOf(road.run("queue_book", other)), "refused already_booked");
    assert.equal(reasonOf(road.run("queue_change", road.held("b_a"))), "done cancelled");
    assert.equal(reasonOf(road.run("queue_book", other)), "done booked");
    assert.equal(road.slots().get(START + 12)?.booked, 0);
  });

  test("lets a slot be changed until the cut-off of the rules, and who was moved by the road after it too", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    road.book("a", START + 8);
    road.clock.quarter = START + 1;
    assert.equal(reasonOf(road.run("queue_change", { ...road.held("b_a"), to: START + 12 })), "refused after_cutoff");
    road.run("queue_close", { close: true, why: "weather", span: road.spanOf(START + 8, START + 9) });
    assert.equal(reasonOf(road.run("queue_change", { ...road.held("b_a"), to: START + 12 })), "done changed");
  });

  test("puts who chooses another slot behind those who hold it already", () => {
    const road = new ToyRoad();
    open(road, 4, 4, 30);
    road.book("a", START + 10);
    road.book("b", START + 12);
    road.run("queue_change", { ...road.held("b_a"), to: START + 12 });
    const [a, b] = [road.places().get("b_a")!, road.places().get("b_b")!];
    assert.ok(inOrder(b, a) < 0);
  });

  test("gives the live queue the earliest slot with room, and keeps its part from bookings", () => {
    const road = new ToyRoad();
    open(road, 3, 9, 4);
    for (const name of ["a", "b"]) assert.equal(road.book(name, START).outcome, "done");
    assert.equal(reasonOf(road.book("c", START)), "refused slot_full");
    assert.equal(road.book("d").outcome, "done");
    assert.equal(road.book("e").outcome, "done");
    assert.deepEqual(
      order(road)
        .slice(2)
        .map(([, quarter]) => quarter),
      [0, 1],
    );
    assert.equal(road.places().get("b_d")?.state, "waiting");
  });

  test("calls perishables first among those whose slot has come, by the rule, and counts whom they overtook", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    for (const [name, chapter] of [
      ["iron", 72],
      ["books", 49],
      ["fruit", 8],
    ] as const)
      assert.equal(road.book(name, undefined, chapter).outcome, "done");
    assert.equal(road.places().get("b_fruit")?.priority, "perishable");
    const called = road.run("queue_call", { count: 2, waiting: road.waiting() });
    assert.deepEqual(called.called, ["b_fruit", "b_iron"]);
    assert.equal(road.places().get("b_fruit")?.overtook, 2);
    assert.equal(road.places().get("b_iron")?.overtook, 0);
  });

  test("calls nobody when one who waits was left out of the list, or when the quarter is full", () => {
    const road = new ToyRoad();
    open(road, 1, 1);
    road.book("a");
    road.book("b");
    assert.equal(
      reasonOf(road.run("queue_call", { count: 1, waiting: road.waiting().slice(1) })),
      "refused queue_moved",
    );
    assert.equal(road.run("queue_call", { count: 5, waiting: road.waiting() }).count, 1);
    assert.equal(reasonOf(road.run("queue_call", { count: 1, waiting: road.waiting() })), "refused no_room_now");
  });

  test("lets no command say a priority, whatever an officer sends", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    const asked = { booking: "b", vehicle: "v", vin: "n", country: "KZ", chapter: 72, priority: "perishable" };
    road.run("queue_book", asked);
    assert.equal(road.places().get("b")?.priority, "none");
  });
});

describe("A closed gate", () => {
  test("gives everybody a new slot in the order they had, tells why, and pushes nobody else out", () => {
    const road = new ToyRoad();
    open(road, 2, 2, 10);
    for (const name of ["a", "b", "c"]) road.book(name);
    road.book("far", START + 3);
    const closed = road.run("queue_close", { close: true, why: "incident", span: road.spanOf(START, START + 2) });
    assert.equal(reasonOf(closed), "done road_closed");
    assert.equal(closed.moved, 3);
    assert.deepEqual(order(road), [
      ["b_a", 2, 1, "incident"],
      ["b_b", 2, 1, "incident"],
      ["b_c", 3, 1, "incident"],
      ["b_far", 3, 0, undefined],
    ]);
  });

  test("forgets nobody for whom no slot is left: the turn is kept until there is one", () => {
    const road = new ToyRoad();
    open(road, 1, 1, 2);
    road.book("a");
    road.book("b");
    road.run("queue_close", { close: true, why: "power", span: road.spanOf(START, START + 2) });
    assert.equal(road.yard()?.unplaced, 2);
    road.shift("cn", 1, START + 2, START + 6);
    road.shift("kz", 1, START + 2, START + 6, 2);
    assert.deepEqual(
      order(road).map(([name, quarter]) => [name, quarter]),
      [
        ["b_a", 2],
        ["b_b", 3],
      ],
    );
    assert.equal(road.yard()?.unplaced, 0);
  });

  test("is not decided while one who waits for any slot is left out, and a cancelled one is waited for no more", () => {
    const road = new ToyRoad();
    open(road, 1, 1, 2);
    road.book("a");
    road.run("queue_close", { close: true, why: "power", span: road.spanOf(START, START + 2) });
    const span = { ...road.spanOf(START + 2, START + 4), holders: [] };
    assert.equal(reasonOf(road.run("queue_close", { close: true, why: "power", span })), "refused queue_moved");
    road.run("queue_change", road.held("b_a"));
    assert.deepEqual({ ...road.yard() }, { waiting: 0, unplaced: 0 });
    assert.equal(reasonOf(road.run("queue_close", { close: true, why: "power", span })), "done road_closed");
  });

  test("is decided only when everybody whom it moves is in the list", () => {
    const road = new ToyRoad();
    open(road, 2, 2);
    const before = road.spanOf(START, START + 2);
    road.book("late");
    assert.equal(
      reasonOf(road.run("queue_close", { close: true, why: "weather", span: before })),
      "refused queue_moved",
    );
    assert.equal(closingReasons.length, 6);
  });
});

describe("A missed slot", () => {
  test("counts after the time of grace only, and two leave the live queue", () => {
    const road = new ToyRoad();
    open(road, 4, 4, 90);
    for (const at of [0, 10]) {
      road.clock.quarter = START + at;
      road.book(`a/${at}`, START + at + 1);
      road.clock.quarter = START + at + 2;
      assert.equal(reasonOf(road.run("queue_no_show", road.held(`b_a/${at}`))), "refused not_late");
      road.clock.quarter = START + at + 6;
      assert.equal(reasonOf(road.run("queue_no_show", road.held(`b_a/${at}`))), "done missed");
    }
    assert.equal(road.vehicle("v_a")?.strikes, 2);
    assert.equal(reasonOf(road.book("a/20", START + 40)), "refused live_only");
    assert.equal(reasonOf(road.book("a/20")), "done booked");
  });

  test("is no fault of whom the road moved", () => {
    const road = new ToyRoad();
    open(road, 4, 4, 30);
    road.book("a", START + 1);
    road.run("queue_close", { close: true, why: "weather", span: road.spanOf(START, START + 2) });
    road.clock.quarter = START + 20;
    assert.equal(reasonOf(road.run("queue_no_show", road.held("b_a"))), "done excused");
    assert.equal(road.vehicle("v_a")?.strikes, 0);
    assert.equal(road.vehicle("v_a")?.strikeDay, undefined);
  });
});

describe("A vehicle at the road gate", () => {
  test("passes when it was called, is sent to the waiting area when not, and its slot is used", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    road.book("a");
    const sentBack = road.pass("a", "b_a");
    assert.equal(reasonOf(sentBack), "refer wait_for_call");
    assert.equal(sentBack.queue, undefined);
    road.run("queue_call", { count: 1, waiting: road.waiting() });
    assert.equal(reasonOf(road.pass("a", "b_a")), "admit ok");
    assert.equal(road.places().get("b_a")?.state, "passed");
    assert.equal(reasonOf(road.pass("stranger", "b_x")), "refer no_slot");
    assert.equal(road.book("a/2", START + 5).outcome, "done", "Out of the queue it may book again");
  });

  test("is not asked for a slot while the two sides have agreed on none", () => {
    const road = new ToyRoad();
    road.shift("cn", 4, START, START + 4);
    assert.equal(reasonOf(road.pass("a", "b_a")), "admit ok");
  });

  test("has its slot again when officers undo the passage", () => {
    const road = new ToyRoad();
    open(road, 4, 4);
    road.book("a");
    road.run("queue_call", { count: 1, waiting: road.waiting() });
    const original = road.pass("a", "b_a");
    const by = { officer: "o1", second: "o2" };
    road.run("override", { by, passage: road.entries.length, original, verdict: "refuse", reason: "risk_found" });
    assert.equal(road.places().get("b_a")?.state, "called");
    assert.equal(road.rows.get(placeOf({ table: "queue_vehicle", key: "v_a" }))?.row.booking, "b_a");
  });
});
