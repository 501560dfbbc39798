import provinces from "./cn-provinces.json" with { type: "json" };
import { isReal } from "./mrz-dates.ts";
import type { BirthDate } from "./travel-document.ts";

/** What a citizen's number says, or which part of it does not hold. */
export type CnIdentity =
  | { readonly holds: true; readonly born: Required<BirthDate>; readonly sex: "F" | "M"; readonly province: string }
  | { readonly holds: false; readonly part: "form" | "province" | "date" | "check"; readonly column: number };

const FORM = /^\d{17}[\dX]$/;
/** GB 11643-1999 §4.2: weight of place i is 2^(18-i) mod 11; the check character makes the sum 1 modulo 11. */
const CHECKS = "10X98765432";
const known = new Set(Object.keys(provinces));

/**
 * Citizen identification number of China (GB 11643-1999): six digits of place, date of birth, three of order whose
 * last is odd for men, check character. The first two digits of the place must be known.
 */
export function readCnIdentity(text: string): CnIdentity {
  if (!FORM.test(text)) return { holds: false, part: "form", column: 1 };
  const province = text.slice(0, 2);
  if (!known.has(province)) return { holds: false, part: "province", column: 1 };
  const born = { year: Number(text.slice(6, 10)), month: Number(text.slice(10, 12)), day: Number(text.slice(12, 14)) };
  if (!isReal(born)) return { holds: false, part: "date", column: 7 };
  if (cnCheck(text) !== text[17]) return { holds: false, part: "check", column: 18 };
  return { holds: true, born, sex: Number(text[16]) % 2 === 1 ? "M" : "F", province };
}

/** Check character over the first 17 digits. */
export function cnCheck(text: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(text[at]) * (2 ** (17 - at) % 11);
  return CHECKS[sum % 11]!;
}
