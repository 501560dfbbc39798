import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { addWatch, WATCH_DAYS_MAX } from "./add-watch.ts";
import { findWatchEntry, isWatchedOn, watchEntryOf, watchKey } from "./watch-entry.ts";
import { withdrawWatch } from "./withdraw-watch.ts";

const TODAY = 20_000;
const world: World = {
  origin: "twinline/test/cn",
  zone: "test",
  side: "cn",
  rulebooks: new Map(),
  legalDay: () => TODAY,
};
const by = { officer: "o_duty" };
const moment = { atMs: 0, number: 1 };
const add = {
  kind: "watch_add",
  by,
  watched: "w1",
  verdict: "refuse",
  code: "court_order",
  fromDay: TODAY,
  untilDay: TODAY,
} as const;

describe("The watch list", () => {
  test("holds on its first and last day, and on no other", () => {
    const entry = watchEntryOf({ ...add, addedBy: "o_duty", active: true, fromDay: 10, untilDay: 12 });
    assert.deepEqual(
      [9, 10, 12, 13].map((day) => isWatchedOn(entry, day)),
      [false, true, true, false],
    );
    assert.equal(isWatchedOn({ ...entry, active: false }, 11), false);
  });

  test("takes the longest time allowed and not one day more, none that is over, none that ends before it begins", () => {
    const state = new LoadedState([watchKey("w1")], []);
    const reason = (fromDay: number, untilDay: number) =>
      addWatch.decide({ ...add, fromDay, untilDay }, state, world, moment).reason;
    assert.equal(reason(TODAY, TODAY + WATCH_DAYS_MAX - 1), "added");
    assert.equal(reason(TODAY, TODAY + WATCH_DAYS_MAX), "days_impossible");
    assert.equal(reason(TODAY - 5, TODAY), "added");
    assert.equal(reason(TODAY - 5, TODAY - 1), "days_impossible");
    assert.equal(reason(TODAY + 2, TODAY + 1), "days_impossible");
  });

  test("is withdrawn once, and may be entered again", () => {
    const state = new LoadedState([watchKey("w1")], []);
    const apply = (ruling: ReturnType<typeof addWatch.decide>, concept: Pick<typeof addWatch, "apply">) => {
      const { outcome, reason, details } = ruling;
      state.apply(concept.apply({ ...details, kind: "watch", at: "", outcome, reason }, 1), 1);
      return reason;
    };
    const withdraw = { kind: "watch_withdraw", by, watched: "w1" } as const;
    assert.equal(apply(withdrawWatch.decide(withdraw, state, world, moment), withdrawWatch), "watch_unknown");
    assert.equal(apply(addWatch.decide(add, state, world, moment), addWatch), "added");
    assert.equal(apply(withdrawWatch.decide(withdraw, state, world, moment), withdrawWatch), "withdrawn");
    assert.equal(apply(withdrawWatch.decide(withdraw, state, world, moment), withdrawWatch), "watch_unknown");
    assert.equal(apply(addWatch.decide(add, state, world, moment), addWatch), "added");
    assert.equal(findWatchEntry(state, "w1")?.active, true);
  });
});
