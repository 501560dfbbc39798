import assert from "node:assert/strict";
import { test } from "node:test";
import { Remembered } from "./remembered.ts";

test("What was fetched once is not fetched again until it is forgotten", async () => {
  const memory = new Remembered<number>(10);
  let fetched = 0;
  const fetch = async () => ++fetched;
  assert.deepEqual([await memory.get("a", fetch), await memory.get("a", fetch)], [1, 1]);
  memory.forget();
  assert.equal(await memory.get("a", fetch), 2);
});

test("An answer under way while the memory was told to forget is not kept", async () => {
  const memory = new Remembered<string>(10);
  const old = memory.get("a", async () => {
    memory.forget();
    return "old";
  });
  assert.equal(await old, "old");
  assert.equal(await memory.get("a", async () => "new"), "new");
});

test("The memory holds its most and starts anew with one more", async () => {
  const memory = new Remembered<string>(2);
  for (const key of ["a", "b"]) await memory.get(key, async () => key);
  assert.equal(await memory.get("a", async () => "other"), "a");
  await memory.get("c", async () => "c");
  assert.equal(await memory.get("a", async () => "other"), "other");
});
