import { noAnswer } from "../problem.ts";
import { divide, type FeelNumber, makeNumber, multiply, scaled, zero } from "./number.ts";

/** Digits carried while a power is multiplied up; an exponent of nine digits costs at most ten of them. */
const workingDigits = 60;
const exponentSizeMax = 999_999_999n;
const one: FeelNumber = { kind: "number", coefficient: 1n, exponent: 0 };

/** `base ** exponent` for a whole exponent, rounded once to decimal128. */
export function power(base: FeelNumber, exponent: FeelNumber): FeelNumber {
  if (exponent.exponent < 0) noAnswer("a power with a fraction as exponent");
  if (exponent.exponent > 9) noAnswer("a power with an exponent beyond nine digits");
  const count = scaled(exponent, 0);
  const size = count < 0n ? -count : count;
  if (size > exponentSizeMax) noAnswer("a power with an exponent beyond nine digits");
  if (base.coefficient === 0n) return count > 0n ? zero : noAnswer("a power of 0 without a positive exponent");
  const raised = raise(base, size);
  const result = count < 0n ? divide(one, raised, workingDigits) : raised;
  return makeNumber(result.coefficient, result.exponent);
}

function raise(base: FeelNumber, count: bigint): FeelNumber {
  let result = one;
  let square = base;
  for (let rest = count; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(result, square, workingDigits);
    square = multiply(square, square, workingDigits);
  }
  return result;
}
