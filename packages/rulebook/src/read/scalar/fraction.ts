import { maxDigits } from "./decimal.ts";
import { accept, type Reading, refuse } from "./reading.ts";

/** An exact fraction in lowest terms; `over` is positive. */
export type Fraction = { readonly times: bigint; readonly over: bigint };

/** Reads `13%`, `0.075`, `2/37` or `1` exactly. */
export function parseFraction(text: string): Reading<Fraction> {
  const match = /^(-?)(?:(\d+)\/(\d+)|(\d+)(?:\.(\d+))?\s?(%?))$/.exec(text);
  if (match === null || text.length > maxDigits) return refuse('a rate such as "13%", "0.075" or "2/37" is expected');
  const [, sign, times, over, whole, decimals = "", percent] = match;
  if (over !== undefined && BigInt(over) === 0n) return refuse("a fraction over 0 has no value");
  const numerator = BigInt(times ?? whole! + decimals);
  const denominator = over === undefined ? 10n ** BigInt(decimals.length) * (percent ? 100n : 1n) : BigInt(over);
  return accept(reduce(sign === "-" ? -numerator : numerator, denominator));
}

/** The fraction in lowest terms. */
export function reduce(times: bigint, over: bigint): Fraction {
  const divisor = greatestCommonDivisor(times < 0n ? -times : times, over);
  return { times: times / divisor, over: over / divisor };
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}
