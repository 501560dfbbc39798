import assert from "node:assert/strict";
import { test } from "node:test";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { stayKey } from "../stays/stay.ts";
import { askErasure } from "./ask-erasure.ts";
import { erasedKey, erasePerson } from "./erase-person.ts";
import { erasureRequestKey, findErasureRequest } from "./erasure-request.ts";
import { refuseErasure } from "./refuse-erasure.ts";

const world: World = {
  origin: "twinline/test/cn",
  zone: "test",
  side: "cn",
  rulebooks: new Map(),
  legalDay: () => 20_000,
};
const command = { kind: "person_erase", by: { officer: "o_root" }, person: "p1" } as const;
const moment = { atMs: 0, number: 7 };

const stay = {
  visit: "3",
  gate: "CN-1",
  enteredDay: 1,
  lastDay: 30,
  enteredAtMs: 1,
  document: "passport",
  nationality: "KZ",
};

test("A person is erased once, and not while inside", () => {
  const asked = [stayKey("p1"), erasedKey("p1"), erasureRequestKey("p1")];
  const inside = new LoadedState(asked, [{ ...stayKey("p1"), row: stay }]);
  assert.equal(erasePerson.decide(command, inside, world, moment).reason, "person_inside");

  const outside = new LoadedState(asked, []);
  const { outcome, reason, details } = erasePerson.decide(command, outside, world, moment);
  assert.equal(reason, "erased");
  const body = { ...details, kind: "person_erase", at: "", outcome, reason };
  assert.deepEqual(Object.keys(details), ["person"], "The entry holds the token and nothing else");
  outside.apply(erasePerson.apply(body, 7), 7);
  assert.equal(erasePerson.decide(command, outside, world, moment).reason, "person_erased");
});

test("A request is made once with a pass in force, and answered by destroying or by a reason", () => {
  const asked = [stayKey("p1"), erasedKey("p1"), erasureRequestKey("p1")];
  const state = new LoadedState(asked, [{ ...stayKey("p1"), row: stay }]);
  const ask = { kind: "erasure_ask", person: "p1", visit: "3", answerDays: 15 } as const;
  const refuse = { kind: "erasure_refuse", by: { officer: "o" }, person: "p1", code: "case_open" } as const;
  assert.equal(askErasure.decide({ ...ask, visit: "2" }, state, world, moment).reason, "pass_over");
  assert.equal(refuseErasure.decide(refuse, state, world, moment).reason, "request_unknown");

  const first = askErasure.decide(ask, state, world, moment);
  state.apply(askErasure.apply({ ...first.details, kind: "erasure_ask", at: "", ...first }, 7), 7);
  const open = { person: "p1", visit: "3", state: "open", askedDay: 20_000, dueDay: 20_015 };
  assert.deepEqual(findErasureRequest(state, "p1"), open);
  assert.equal(askErasure.decide(ask, state, world, moment).reason, "request_open");

  const no = refuseErasure.decide(refuse, state, world, moment);
  state.apply(refuseErasure.apply({ ...no.details, kind: "erasure_refuse", at: "", ...no }, 8), 8);
  assert.deepEqual(findErasureRequest(state, "p1"), { ...open, state: "refused", code: "case_open" });
  assert.equal(askErasure.decide(ask, state, world, moment).outcome, "done", "She may ask again");

  const outside = new LoadedState(asked, [{ ...erasureRequestKey("p1"), row: { ...open, entry: 7 } }]);
  const erased = erasePerson.decide(command, outside, world, moment);
  outside.apply(erasePerson.apply({ ...erased.details, kind: "person_erase", at: "", ...erased }, 9), 9);
  assert.equal(findErasureRequest(outside, "p1")?.state, "erased");
});
