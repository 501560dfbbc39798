import type { Expression } from "../ir/expression.ts";
import { type Bounds, fromBigInt, toBigInt } from "../ir/integer.ts";

/** All integers from min to max. */
export type Interval = { readonly min: bigint; readonly max: bigint };

/** SQL holds integers in 64 bits. */
export const greatestInteger = 2n ** 63n - 1n;
/** JavaScript holds exact integers up to here as numbers. */
export const greatestNumber = BigInt(Number.MAX_SAFE_INTEGER);

/** The interval of an expression that is held as an integer. */
export function intervalOf(expression: Expression): Interval {
  return toInterval(expression.bounds!);
}

export function toInterval(bounds: Bounds): Interval {
  return { min: toBigInt(bounds.min), max: toBigInt(bounds.max) };
}

export function toBounds({ min, max }: Interval): Bounds {
  return { min: fromBigInt(min), max: fromBigInt(max) };
}

export function exactly(value: bigint): Interval {
  return { min: value, max: value };
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { min: a.min + b.min, max: a.max + b.max };
}

export function subtractIntervals(a: Interval, b: Interval): Interval {
  return { min: a.min - b.max, max: a.max - b.min };
}

export function multiplyIntervals(a: Interval, b: Interval): Interval {
  return hull([a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max].map(exactly));
}

/** The smallest interval that holds all of them; at least one is given. */
export function hull(intervals: readonly Interval[]): Interval {
  return {
    min: intervals.map(({ min }) => min).reduce(lesser),
    max: intervals.map(({ max }) => max).reduce(greater),
  };
}

export function leastInterval(intervals: readonly Interval[]): Interval {
  return {
    min: intervals.map(({ min }) => min).reduce(lesser),
    max: intervals.map(({ max }) => max).reduce(lesser),
  };
}

export function greatestInterval(intervals: readonly Interval[]): Interval {
  return {
    min: intervals.map(({ min }) => min).reduce(greater),
    max: intervals.map(({ max }) => max).reduce(greater),
  };
}

export function absoluteInterval({ min, max }: Interval): Interval {
  if (min >= 0n) return { min, max };
  return max <= 0n ? { min: -max, max: -min } : { min: 0n, max: greater(-min, max) };
}

/** The greatest size, sign aside. */
export function magnitude(interval: Interval): bigint {
  return absoluteInterval(interval).max;
}

/** Whole numbers around every quotient of the two; all divisors are positive. */
export function divideIntervals(numerator: Interval, divisor: Interval): Interval {
  const corners = [divisor.min, divisor.max].flatMap((d) => [
    { min: floorDivide(numerator.min, d), max: ceilingDivide(numerator.min, d) },
    { min: floorDivide(numerator.max, d), max: ceilingDivide(numerator.max, d) },
  ]);
  return hull(corners);
}

/** Toward minus infinity; the divisor is positive. */
export function floorDivide(a: bigint, b: bigint): bigint {
  return a >= 0n ? a / b : -((-a + b - 1n) / b);
}

/** Toward plus infinity; the divisor is positive. */
export function ceilingDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

function lesser(a: bigint, b: bigint): bigint {
  return b < a ? b : a;
}

function greater(a: bigint, b: bigint): bigint {
  return b > a ? b : a;
}
