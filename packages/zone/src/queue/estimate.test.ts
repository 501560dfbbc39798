import assert from "node:assert/strict";
import { test } from "node:test";
import { estimateCall, paceOf } from "./estimate.ts";
import { fairnessOf } from "./fairness.ts";
import type { Place } from "./place.ts";
import { quarterStart } from "./quarter.ts";
import { emptySlot, roomFor, type Slot } from "./slot.ts";

const MINUTE = 60_000;
const slot = (quarter: number, own: number, more: Partial<Slot> = {}): Slot => ({
  ...emptySlot(quarter),
  own,
  peer: own,
  ...more,
});

test("A vehicle is expected in the first quarter that has room for it and those ahead, and not before its own slot", () => {
  const slots = [slot(10, 2, { called: 1 }), slot(11, 2), slot(12, 0), slot(13, 2)];
  const now = quarterStart(10) + MINUTE;
  assert.equal(estimateCall(0, undefined, slots, 1_000, now), now);
  assert.equal(estimateCall(1, undefined, slots, 1_000, now), quarterStart(11));
  assert.equal(estimateCall(3, undefined, slots, 1_000, now), quarterStart(13));
  assert.equal(estimateCall(0, 13, slots, 1_000, now), quarterStart(13));
  assert.equal(estimateCall(5, undefined, slots, 1_000, now), undefined);
  assert.equal(estimateCall(1, undefined, slots, 500, now), quarterStart(13), "at half the pace it takes longer");
});

test("The pace is what was called of what was planned, and the plan itself while nobody was left behind", () => {
  assert.equal(paceOf([]), 1_000);
  assert.equal(paceOf([slot(1, 4, { called: 1 })]), 1_000);
  assert.equal(paceOf([slot(1, 4, { called: 2, live: 2 })]), 500);
  assert.equal(paceOf([slot(1, 4, { called: 0, live: 4 })]), 250);
});

test("Bookings never use the part of the live queue, the live queue may use what was not booked", () => {
  assert.equal(roomFor(slot(1, 10), "booked", 30), 7);
  assert.equal(roomFor(slot(1, 10, { booked: 7 }), "booked", 30), 0);
  assert.equal(roomFor(slot(1, 10, { booked: 7 }), "live", 30), 3);
  assert.equal(roomFor(slot(1, 10), "live", 30), 10);
  assert.equal(roomFor(slot(1, 1), "booked", 30), 0, "of one place the live queue's part is the whole");
  assert.equal(roomFor(slot(1, 10, { closed: true }), "live", 30), 0);
});

test("Figures tell waits of those with priority and of the others apart", () => {
  const place = (waited: number, priority: string, overtook = 0): Place => ({
    vehicle: "v",
    vin: "n",
    mode: "live",
    state: "passed",
    load: "other",
    priority,
    turn: 0,
    moves: 0,
    bookedAtMs: 0,
    arrivedAtMs: 0,
    calledAtMs: waited * MINUTE,
    overtook,
  });
  const figures = fairnessOf([place(5, "perishable", 3), ...[10, 20, 60, 500].map((waited) => place(waited, "none"))]);
  assert.equal(figures.overtaken, 3);
  assert.equal(figures.waitPriority?.longest, 5);
  assert.deepEqual(figures.waitOthers, { median: 20, ninetieth: 500, longest: 500, spread: [1, 1, 1, 0, 0, 0, 1] });
  assert.equal(fairnessOf([]).wait, undefined);
});
