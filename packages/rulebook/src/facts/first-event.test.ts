import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { firstEvent } from "./first-event.ts";

const counters = [
  { name: "today", range: { min: 0, max: 1000 } },
  { name: "ever", range: { min: 0, max: "99999999999999999999" } },
];

test("Counters that nobody gave stand at nothing, in the form their range asks for; given ones stay", () => {
  const rulebook = { counters } as unknown as CheckedRulebook;
  assert.deepEqual(firstEvent(rulebook, { today: 7 }), { counters: { today: 7, ever: 0n }, assumed: ["ever"] });
  assert.deepEqual(firstEvent(rulebook, {}).counters, { today: 0, ever: 0n });
});
