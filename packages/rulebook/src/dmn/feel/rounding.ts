import { roundBigInt } from "../../compile/rounding.ts";
import type { RoundingMode } from "../../ir/rounding.ts";
import { type FeelNumber, makeNumber, scaled } from "./number.ts";

/** Rounds to `digits` decimal places (before the point when negative) by a mode of FEEL 1.4. */
export function roundTo(mode: RoundingMode, number: FeelNumber, digits: number): FeelNumber {
  if (number.exponent >= -digits) return number;
  const unit = 10n ** BigInt(-digits - number.exponent);
  return makeNumber(roundBigInt(mode, scaled(number, number.exponent), unit), -digits);
}
