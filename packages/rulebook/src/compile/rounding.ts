import type { RoundingMode } from "../ir/rounding.ts";

/**
 * Exact quotients of integers, FEEL 1.4 modes, sign written out because `floor` and `%` differ for negatives.
 * `Math.floor(a / b)` is exact for 0 <= a < 2^53 and any whole b >= 1: the gap to the next whole number is
 * wider than half the spacing of doubles there. The caller proves 2 * |numerator| + divisor < 2^53.
 */
export function roundNumber(mode: RoundingMode, numerator: number, divisor: number): number {
  if (numerator >= 0) return roundPositive(mode, numerator, divisor);
  return -roundPositive(mirrored[mode], -numerator, divisor) + 0;
}

/** The same over bigints, for operands beyond 2^53 - 1. */
export function roundBigInt(mode: RoundingMode, numerator: bigint, divisor: bigint): bigint {
  if (numerator >= 0n) return roundPositiveBigInt(mode, numerator, divisor);
  return -roundPositiveBigInt(mirrored[mode], -numerator, divisor);
}

/** The mode that rounds |x| as `mode` rounds a negative x. */
export const mirrored: { readonly [mode in RoundingMode]: RoundingMode } = {
  half_up: "half_up",
  half_even: "half_even",
  half_down: "half_down",
  up: "up",
  down: "down",
  floor: "up",
  ceiling: "down",
};

function roundPositive(mode: RoundingMode, numerator: number, divisor: number): number {
  const whole = Math.floor(numerator / divisor);
  const rest = numerator - whole * divisor;
  switch (mode) {
    case "half_up":
      return rest * 2 >= divisor ? whole + 1 : whole;
    case "half_even":
      return rest * 2 > divisor || (rest * 2 === divisor && whole % 2 === 1) ? whole + 1 : whole;
    case "half_down":
      return rest * 2 > divisor ? whole + 1 : whole;
    case "up":
    case "ceiling":
      return rest > 0 ? whole + 1 : whole;
    case "down":
    case "floor":
      return whole;
  }
}

function roundPositiveBigInt(mode: RoundingMode, numerator: bigint, divisor: bigint): bigint {
  const whole = numerator / divisor;
  const rest = numerator - whole * divisor;
  switch (mode) {
    case "half_up":
      return rest * 2n >= divisor ? whole + 1n : whole;
    case "half_even":
      return rest * 2n > divisor || (rest * 2n === divisor && whole % 2n === 1n) ? whole + 1n : whole;
    case "half_down":
      return rest * 2n > divisor ? whole + 1n : whole;
    case "up":
    case "ceiling":
      return rest > 0n ? whole + 1n : whole;
    case "down":
    case "floor":
      return whole;
  }
}
