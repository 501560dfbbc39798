import assert from "node:assert/strict";
import { test } from "node:test";
import { Nonces } from "./nonces.ts";
import { CLOCK_SKEW_SECONDS } from "./signature.ts";

const start = Temporal.Instant.from("2026-11-21T08:00:00Z");
const second = Math.floor(start.epochMilliseconds / 1000);
const after = (seconds: number) => start.add({ seconds });
const claim = (nonce: string, madeAfter = 0) => ({
  keyId: "k",
  nonce,
  createdSeconds: second + madeAfter,
  expiresSeconds: second + madeAfter + 60,
});

test("A nonce is taken once for each key", () => {
  const nonces = new Nonces(start);
  assert.equal(nonces.take(claim("a"), start), "taken");
  assert.equal(nonces.take(claim("a"), start), "replayed");
  assert.equal(nonces.take({ ...claim("a"), keyId: "other" }, start), "taken");
});

test("A nonce is remembered as long as its signature can be believed, and its room is free afterwards", () => {
  const nonces = new Nonces(start, 1);
  nonces.take(claim("a"), start);
  assert.equal(nonces.take(claim("a"), after(60 + CLOCK_SKEW_SECONDS)), "replayed");
  assert.equal(nonces.take(claim("b", 95), after(95)), "taken");
});

test("The memory takes its most and says that it is full with one more", () => {
  const nonces = new Nonces(start, 2);
  assert.deepEqual(
    ["a", "b", "c"].map((nonce) => nonces.take(claim(nonce), start)),
    ["taken", "taken", "full"],
  );
});

test("A signature made before the memory began may be a replay", () => {
  assert.equal(new Nonces(start).take(claim("a", -1), start), "replayed");
});
