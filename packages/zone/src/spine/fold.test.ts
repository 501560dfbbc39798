import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckedRulebook, Counter, Fact } from "@twinline/rulebook";
import { countedFor } from "./fold.ts";
import type { Installed } from "./installed.ts";
import type { JsonObject } from "./json.ts";

const at = { file: "toy.yaml", line: 1, column: 1 };
const pieces: Counter = {
  name: "pieces",
  kind: "facts",
  type: { kind: "integer" },
  measure: { kind: "count" },
  per: ["person"],
  range: { min: 0, max: 1_000 },
  source: [],
  definition: "0123456789abcdef0123456789abcdef",
  at,
};
const asked: Fact = {
  name: "goods_quantity",
  type: { kind: "integer" },
  optional: false,
  of: "event",
  label: { zh: "x", kk: "x", ru: "x", en: "x" },
  at,
};
/** A law that asks for the pieces of a line, in force after the one that decided. */
const installed: Installed = {
  rulebook: {
    name: "toy/cn/departure",
    hash: "new",
    facts: [asked],
    codes: [],
    counters: [pieces],
  } as unknown as CheckedRulebook,
  decide: () => ({ kind: "unanswerable", reason: "missing-fact", name: "x" }),
  amountOf: (_, { facts }) => Number(facts.goods_quantity ?? 0),
};

const line = (quantity: number) => ({ hs: "2208", category: "alcohol", quantity, facts: {} });

function passage(more: JsonObject, facts: JsonObject = {}): JsonObject {
  const decision = { rulebook: "toy/cn/departure", hash: "old", law: 1, legal: 1, facts, counters: {}, outputs: {} };
  return { direction: "out", person: "p1", gate: "CN-1", counts: "all", decisions: [decision, decision], ...more };
}

const amounts = (body: JsonObject) => countedFor(installed, body).map(({ amount }) => amount);

describe("A counter that asks for more of the goods than the law of their day did", () => {
  test("finds it in the entry's own lines, each for its decision", () => {
    assert.deepEqual(amounts(passage({ goods: [line(2), line(3)] })), [2, 3]);
  });

  test("keeps what the decision knew", () => {
    assert.deepEqual(amounts(passage({ goods: [line(2), line(3)] }, { goods_quantity: 7 })), [7, 7]);
  });

  test("finds nothing where the goods are no lines of decisions, or are not there", () => {
    assert.deepEqual(amounts(passage({ direction: "in", goods: [line(2), line(3)] })), []);
    assert.deepEqual(amounts(passage({ goods: [line(2)] })), [2]);
    assert.deepEqual(amounts(passage({})), []);
    assert.deepEqual(amounts(passage({ goods: ["2208"] })), []);
  });
});
