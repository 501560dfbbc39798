import type { Held } from "../decision.ts";

/** Text that turns a number into a bigint or back; the bounds have proven that nothing is lost. */
export function convert(text: string, from: boolean, to: boolean): string {
  if (from === to) return text;
  return to ? `BigInt(${text})` : `Number(${text})`;
}

/** Text of a constant; strings of the law become JavaScript strings and nothing else. */
export function emitConstant(value: Held, numeric: boolean, wide: boolean): string {
  if (!numeric) return JSON.stringify(value);
  const digits = `${BigInt(value)}${wide ? "n" : ""}`;
  return digits.startsWith("-") ? `(${digits})` : digits;
}
