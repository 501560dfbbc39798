import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBigInt, isSafe, toBigInt } from "./integer.ts";

const most = 2n ** 53n - 1n;

test("an integer is a number up to the last exact one, and text beyond it, on both sides of zero", () => {
  assert.deepEqual([fromBigInt(most), fromBigInt(-most)], [Number(most), -Number(most)]);
  assert.deepEqual([fromBigInt(most + 1n), fromBigInt(-most - 1n)], ["9007199254740992", "-9007199254740992"]);
  for (const value of [most, most + 1n, -most - 1n, 0n]) assert.equal(toBigInt(fromBigInt(value)), value);
});

test("bounds are safe when both ends are numbers", () => {
  const beyond = fromBigInt(most + 1n);
  assert.equal(isSafe({ min: 0, max: Number(most) }), true);
  assert.equal(isSafe({ min: 0, max: beyond }), false);
  assert.equal(isSafe({ min: fromBigInt(-most - 1n), max: 0 }), false);
});
