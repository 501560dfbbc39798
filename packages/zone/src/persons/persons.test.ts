import assert from "node:assert/strict";
import { test } from "node:test";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { stayKey } from "../stays/stay.ts";
import { erasedKey, erasePerson } from "./erase-person.ts";

const world: World = {
  origin: "twinline/test/cn",
  zone: "test",
  side: "cn",
  rulebooks: new Map(),
  legalDay: () => 20_000,
};
const command = { kind: "person_erase", by: { officer: "o_root" }, person: "p1" } as const;
const moment = { atMs: 0, number: 7 };

test("A person is erased once, and not while inside", () => {
  const stay = {
    visit: "3",
    gate: "CN-1",
    enteredDay: 1,
    lastDay: 30,
    enteredAtMs: 1,
    document: "passport",
    nationality: "KZ",
  };
  const asked = [stayKey("p1"), erasedKey("p1")];
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
