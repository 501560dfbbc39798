import { DocumentError, type NearMiss } from "./document-error.ts";
import regions from "./vin-check-regions.json" with { type: "json" };

/** Whether the check digit of a vehicle identification number was looked at, and held. */
export type VinCheck = "holds" | "not-checked";

const FORM = /^[A-HJ-NPR-Z0-9]{17}$/;
/** Letters and, below each, its value (49 CFR 565.15(c), table III). */
const LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
const VALUES = "12345678123457923456789";
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
/** I, O and Q are not used (ISO 3779 §4.3), so each has one thing it was meant to be. */
const FORBIDDEN: Readonly<Record<string, string>> = { I: "1", O: "0", Q: "0" };

const checked = new Set(regions.first);

/**
 * Checks a vehicle identification number (ISO 3779). The check digit in the ninth place is used by makers of North
 * America and China only, by the first character; elsewhere it is not looked at. Throws DocumentError vehicle/vin,
 * vehicle/vin-check.
 */
export function checkVin(vin: string): VinCheck {
  const at = [...vin].findIndex((char) => char in FORBIDDEN);
  if (at >= 0) {
    const hint: NearMiss = { column: at + 1, read: vin[at]!, perhaps: FORBIDDEN[vin[at]!]! };
    throw new DocumentError("vehicle/vin", { field: "vin", read: vin[at]!, hints: [hint] });
  }
  if (!FORM.test(vin)) throw new DocumentError("vehicle/vin", { field: "vin", expected: "17 letters and digits" });
  if (!checked.has(vin[0]!)) return "not-checked";
  const expected = vinCheckDigit(vin);
  if (vin[8] === expected) return "holds";
  throw new DocumentError("vehicle/vin-check", { field: "vin", place: { column: 9 }, read: vin[8]!, expected });
}

/** Check digit of 49 CFR 565.15(c): weighted sum modulo 11, X for ten. */
export function vinCheckDigit(vin: string): string {
  const numberOf = (char: string): number => Number(VALUES[LETTERS.indexOf(char)] ?? char);
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * numberOf(vin[at]!), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}
