import { noAnswer } from "../problem.ts";

/** A finite decimal number, `coefficient` times ten to the `exponent`, without trailing zeros in the coefficient. */
export type FeelNumber = { readonly kind: "number"; readonly coefficient: bigint; readonly exponent: number };

/** FEEL numbers are IEEE 754-2008 decimal128 (DMN 1.5, 10.3.2.3.1): 34 digits, rounded half even. */
export const digitsMax = 34;
const adjustedMax = 6144;
const exponentMin = -6176;
const textMax = 250;

export const zero: FeelNumber = { kind: "number", coefficient: 0n, exponent: 0 };

/** The number nearest to an exact amount; no answer beyond the range of decimal128. */
export function makeNumber(coefficient: bigint, exponent: number, digits: number = digitsMax): FeelNumber {
  const rounded = roundToDigits(coefficient, exponent, digits);
  if (rounded.coefficient === 0n) return zero;
  if (digits !== digitsMax) return rounded;
  const adjusted = rounded.exponent + sizeOf(rounded.coefficient) - 1;
  if (adjusted > adjustedMax || rounded.exponent < exponentMin) noAnswer("a number beyond the range of decimal128");
  return rounded;
}

/** A written number such as "12", "-0.50" or "1.2E3"; undefined when it is none, or has more digits. */
export function parseNumber(text: string, digits: number = digitsMax): FeelNumber | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,5}))?$/.exec(text);
  if (!match || text.length > textMax) return undefined;
  const [, sign, whole = "", fraction = "", power = "0"] = match;
  if (whole + fraction === "") return undefined;
  const coefficient = BigInt(sign + whole + fraction);
  const number = strip(coefficient, Number(power) - fraction.length);
  return sizeOf(number.coefficient) > digits || Math.abs(number.exponent) > adjustedMax ? undefined : number;
}

/** Plain decimal text; exact. */
export function numberText({ coefficient, exponent }: FeelNumber): string {
  if (exponent >= 0) return (coefficient * 10n ** BigInt(exponent)).toString();
  const sign = coefficient < 0n ? "-" : "";
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(1 - exponent, "0");
  return `${sign}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

export function add(a: FeelNumber, b: FeelNumber, digits?: number): FeelNumber {
  const exponent = Math.min(a.exponent, b.exponent);
  return makeNumber(scaled(a, exponent) + scaled(b, exponent), exponent, digits);
}

export function negate(a: FeelNumber): FeelNumber {
  return { ...a, coefficient: -a.coefficient };
}

export function multiply(a: FeelNumber, b: FeelNumber, digits?: number): FeelNumber {
  return makeNumber(a.coefficient * b.coefficient, a.exponent + b.exponent, digits);
}

/** The divisor is not 0. */
export function divide(a: FeelNumber, b: FeelNumber, digits: number = digitsMax): FeelNumber {
  const shift = Math.max(0, digits + 2 + sizeOf(b.coefficient) - sizeOf(a.coefficient));
  const dividend = a.coefficient * 10n ** BigInt(shift);
  const quotient = dividend / b.coefficient;
  const rest = dividend - quotient * b.coefficient;
  // One more digit that is not 0 keeps a remainder from looking like a tie.
  const sticky = rest === 0n ? 0n : rest < 0n === b.coefficient < 0n ? 1n : -1n;
  return makeNumber(quotient * 10n + sticky, a.exponent - b.exponent - shift - 1, digits);
}

/** Negative, 0 or positive. */
export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = scaled(a, exponent) - scaled(b, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The coefficient for a smaller exponent. */
export function scaled({ coefficient, exponent }: FeelNumber, to: number): bigint {
  return coefficient * 10n ** BigInt(exponent - to);
}

/** Digits of an integer without its sign; 0 has one. */
export function sizeOf(integer: bigint): number {
  return (integer < 0n ? -integer : integer).toString().length;
}

function roundToDigits(coefficient: bigint, exponent: number, digits: number): FeelNumber {
  const excess = sizeOf(coefficient) - digits;
  if (excess <= 0) return strip(coefficient, exponent);
  const unit = 10n ** BigInt(excess);
  const whole = coefficient / unit;
  const rest = coefficient - whole * unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const up = twice > unit || (twice === unit && whole % 2n !== 0n);
  return strip(up ? whole + (coefficient < 0n ? -1n : 1n) : whole, exponent + excess);
}

function strip(coefficient: bigint, exponent: number): FeelNumber {
  if (coefficient === 0n) return zero;
  const zeros = /0*$/.exec(coefficient.toString())![0].length;
  return { kind: "number", coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
}
