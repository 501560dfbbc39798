import assert from "node:assert/strict";
import { test } from "node:test";
import { BRIEFLY_MS, briefly } from "./briefly.ts";

test("An answer is kept for its moment and not one millisecond longer, by key, and forgotten on request", async () => {
  let now = 0;
  let asked = 0;
  const brief = briefly(
    async (key: string) => `${key} ${++asked}`,
    () => now,
  );
  assert.equal(await brief.get("a"), "a 1");
  now = BRIEFLY_MS - 1;
  assert.equal(await brief.get("a"), "a 1");
  assert.equal(await brief.get("b"), "b 2");
  now = BRIEFLY_MS;
  assert.equal(await brief.get("a"), "a 3");
  brief.forget();
  assert.equal(await brief.get("a"), "a 4");
});

test("An answer that failed is asked for again, and keys beyond the bound are not kept for ever", async () => {
  let asked = 0;
  const brief = briefly(
    async (key: number) => {
      asked += 1;
      if (asked === 1) throw new Error("lost");
      return key;
    },
    () => 0,
    BRIEFLY_MS,
    2,
  );
  await assert.rejects(brief.get(1), /lost/);
  assert.equal(await brief.get(1), 1);
  await brief.get(2);
  await brief.get(3);
  assert.equal(asked, 4);
  await brief.get(1);
  assert.equal(asked, 5, "The bound emptied what was kept");
});
