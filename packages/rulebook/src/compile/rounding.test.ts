import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type RoundingMode, roundingModes } from "../ir/rounding.ts";
import { roundBigInt, roundNumber } from "./rounding.ts";

/** The definition, over all candidates: no shared step with the code under test. */
function reference(mode: RoundingMode, numerator: bigint, divisor: bigint): bigint {
  const truncated = numerator / divisor;
  const floor = truncated * divisor > numerator ? truncated - 1n : truncated;
  if (floor * divisor === numerator) return floor;
  const ceiling = floor + 1n;
  const [toZero, fromZero] = numerator < 0n ? [ceiling, floor] : [floor, ceiling];
  const below = numerator - floor * divisor;
  const above = ceiling * divisor - numerator;
  const nearest = below < above ? floor : above < below ? ceiling : undefined;
  switch (mode) {
    case "floor":
      return floor;
    case "ceiling":
      return ceiling;
    case "up":
      return fromZero;
    case "down":
      return toZero;
    case "half_up":
      return nearest ?? fromZero;
    case "half_down":
      return nearest ?? toZero;
    case "half_even":
      return nearest ?? (floor % 2n === 0n ? floor : ceiling);
  }
}

const most = Number.MAX_SAFE_INTEGER;
const divisors = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2 ** 40 }));
const numerators = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.maxSafeInteger());
const ties = fc.tuple(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), fc.integer({ min: 1, max: 2 ** 20 }));

for (const mode of roundingModes) {
  test(`${mode} of plain numbers agrees with the definition up to 2^53 - 1, without -0`, () => {
    fc.assert(
      fc.property(numerators, divisors, (numerator, divisor) => {
        const room = Math.floor((most - divisor) / 2);
        const bounded = Math.max(-room, Math.min(room, numerator));
        const rounded = roundNumber(mode, bounded, divisor);
        assert.ok(!Object.is(rounded, -0));
        assert.equal(BigInt(rounded), reference(mode, BigInt(bounded), BigInt(divisor)));
      }),
      { numRuns: 3000 },
    );
  });

  test(`${mode} of exact ties and their neighbours agrees with the definition, plain and wide`, () => {
    fc.assert(
      fc.property(ties, fc.integer({ min: -1, max: 1 }), ([whole, half], off) => {
        const [numerator, divisor] = [whole * 2 * half + half + off, 2 * half];
        const expected = reference(mode, BigInt(numerator), BigInt(divisor));
        assert.equal(BigInt(roundNumber(mode, numerator, divisor)), expected);
        assert.equal(roundBigInt(mode, BigInt(numerator), BigInt(divisor)), expected);
      }),
      { numRuns: 3000 },
    );
  });

  test(`${mode} of bigints beyond 2^53 agrees with the definition`, () => {
    const wide = fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n });
    fc.assert(
      fc.property(wide, fc.bigInt({ min: 1n, max: 2n ** 70n }), (numerator, divisor) => {
        assert.equal(roundBigInt(mode, numerator, divisor), reference(mode, numerator, divisor));
      }),
    );
  });
}

test("2.50 at 9 % is 0.23 and 1.005 in cents is 1.01, where doubles give 0.22 and 1", () => {
  assert.equal(roundNumber("half_up", 250 * 9, 100), 23);
  assert.equal(roundNumber("half_up", 1005, 10), 101);
});

test("-7 by 2 is -4 rounded down to floor and -3 rounded toward zero", () => {
  assert.equal(roundNumber("floor", -7, 2), -4);
  assert.equal(roundNumber("down", -7, 2), -3);
  assert.equal(roundNumber("half_up", -5, 2), -3);
  assert.equal(roundNumber("half_even", -5, 2), -2);
});
