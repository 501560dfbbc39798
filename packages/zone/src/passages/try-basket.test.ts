import assert from "node:assert/strict";
import { test } from "node:test";
import { law, toyNode } from "./toy-node.fixture.ts";
import { tryBasket } from "./try-basket.ts";

const goods = (valueMinor: number) => ({
  hs: "6109",
  category: law.goods,
  quantity: 1,
  massGrams: 100,
  valueMinor,
  indivisible: false,
  facts: {},
});
const stay = {
  visit: "0",
  gate: "CN-1",
  enteredDay: law.day,
  lastDay: law.day,
  enteredAtMs: 0,
  document: "",
  nationality: "",
};
const known = {
  direction: "out" as const,
  gate: "CN-1",
  day: law.day,
  traveller: { person: "", watch: "none" as const, document: { kind: "passport", nationality: "KZ" } },
  guardian: false,
  vehicle: false,
  stay,
};

test("A tried basket is decided as a real one would be, line after line, and leaves nothing behind", () => {
  const node = toyNode();
  const values = [60, 30, 30];
  const tried = tryBasket(node.world, known, values.map(goods));
  const free = tried.records.map(({ outputs }) => outputs.free);
  assert.deepEqual(free, [60, 30, 10]);
  assert.equal(node.rows.size, 0);
  node.passage({ direction: "in" });
  const real = node.passage({ direction: "out", values }).decisions as { outputs: { free: number } }[];
  assert.deepEqual(
    real.map(({ outputs }) => outputs.free),
    free,
  );
});

test("What was used before is told by the counter's name", () => {
  const { records } = tryBasket(toyNode().world, known, [goods(50)], { used: 80, nothing: 5 });
  assert.equal(records[0]?.outputs.free, 20);
});
