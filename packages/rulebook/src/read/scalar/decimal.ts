import { accept, type Reading, refuse } from "./reading.ts";

/** Digits of a written number; enough for any amount below 2^63 in minor units. */
export const maxDigits = 30;

/** Reads `14` or `-3`. */
export function parseInteger(text: string): Reading<bigint> {
  return parseDecimal(text, 0);
}

/** Reads a decimal number as an integer of its last allowed digit: "49.5" with 2 digits is 4950. */
export function parseDecimal(text: string, digits: number): Reading<bigint> {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (match === null || text.length > maxDigits) {
    return refuse(digits === 0 ? 'a whole number such as "14" is expected' : 'a number such as "49.50" is expected');
  }
  const [, sign, whole, fraction = ""] = match;
  if (digits === 0 && fraction !== "") return refuse("a whole number is expected");
  if (fraction.length > digits) return refuse(`at most ${digits} decimals are possible`);
  const value = BigInt(whole! + fraction.padEnd(digits, "0"));
  return accept(sign === "-" ? -value : value);
}
