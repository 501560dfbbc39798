import assert from "node:assert/strict";
import { test } from "node:test";
import { Gathering } from "./gathering.ts";

test("What is asked together is done together, at most so many at once", async () => {
  const rounds: number[] = [];
  const gathering = new Gathering<number, number>(async (items) => {
    rounds.push(items.length);
    return items.map((item) => item * 2);
  }, 3);
  assert.deepEqual(await Promise.all([1, 2, 3, 4].map((item) => gathering.ask(item))), [2, 4, 6, 8]);
  assert.deepEqual(rounds, [3, 1]);
});

test("A poisoned item fails alone", async () => {
  const gathering = new Gathering<number, number>(async (items) => {
    if (items.includes(2)) throw new Error("poison");
    return items;
  }, 10);
  const settled = await Promise.allSettled([1, 2, 3].map((item) => gathering.ask(item)));
  assert.deepEqual(
    settled.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
});
