import assert from "node:assert/strict";
import { test } from "node:test";
import { findMinorDigits } from "./currency.ts";

test("currencies have the minor digits of ISO 4217", () => {
  const digits = (currency: string) => findMinorDigits(currency);
  assert.deepEqual(["CNY", "KZT", "JPY", "JOD", "KWD", "UYW", "CLF"].map(digits), [2, 2, 0, 3, 3, 4, 4]);
  assert.equal(digits("XYZ"), undefined);
});
