import assert from "node:assert/strict";
import { test } from "node:test";
import { createBuckets } from "./token-bucket.ts";

const limits = { burst: 2, perSecond: 1, keysMax: 2 };

test("A bucket gives its burst, then a token each second, and never more than its burst", () => {
  const buckets = createBuckets(limits);
  assert.deepEqual(
    [0, 0, 0].map((at) => buckets.take("a", at)),
    [0, 0, 1],
  );
  assert.equal(buckets.take("a", 1_000), 0);
  assert.equal(buckets.take("a", 1_000), 1);
  assert.deepEqual(
    [0, 0, 0].map(() => buckets.take("a", 100_000)),
    [0, 0, 1],
  );
});

test("A clock that steps back refills nothing and breaks nothing", () => {
  const buckets = createBuckets(limits);
  buckets.take("a", 10_000);
  buckets.take("a", 10_000);
  assert.equal(buckets.take("a", 0), 1);
});

test("The longest untouched bucket goes when one more than the limit is needed", () => {
  const buckets = createBuckets(limits);
  for (const key of ["a", "a", "b", "b", "a"]) buckets.take(key, 0);
  buckets.take("c", 0);
  assert.equal(buckets.take("a", 0), 1, "a was touched last and is kept, still empty");
  assert.equal(buckets.take("b", 0), 0, "b was forgotten and begins anew");
});

test("Several tokens are taken together or not at all", () => {
  const buckets = createBuckets(limits);
  assert.equal(buckets.take("a", 0, 2), 0);
  assert.equal(buckets.take("a", 1_000, 2), 1);
  assert.equal(buckets.take("a", 2_000, 2), 0, "What was refused took nothing");
});
