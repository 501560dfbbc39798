import { isReal } from "./mrz-dates.ts";
import type { BirthDate } from "./travel-document.ts";

/** What a Kazakh IIN says, or which part of it does not hold. Century and sex are absent for the first digit 0. */
export type KzIin =
  | { readonly holds: true; readonly born?: Required<BirthDate>; readonly sex?: "F" | "M" }
  | { readonly holds: false; readonly part: "form" | "date" | "century" | "check"; readonly column: number };

const FORM = /^\d{12}$/;
const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

/**
 * Individual identification number of Kazakhstan (Government Decree No. 565 of 2003-06-11 and the Law on national
 * registers of identification numbers): YYMMDD, a digit for century and sex (1, 2 = 19th; 3, 4 = 20th; 5, 6 = 21st;
 * odd = man; 0 = not stated), four digits of order, check digit by two passes modulo 11. The first pass gives the
 * eleventh digit the weight 11, so a mistake in it alone is not found.
 */
export function readKzIin(text: string): KzIin {
  if (!FORM.test(text)) return { holds: false, part: "form", column: 1 };
  const centurySex = Number(text[6]);
  if (centurySex > 6) return { holds: false, part: "century", column: 7 };
  const century = 1800 + 100 * Math.floor((centurySex - 1) / 2);
  const parts = { month: Number(text.slice(2, 4)), day: Number(text.slice(4, 6)) };
  const born = centurySex === 0 ? parts : { year: century + Number(text.slice(0, 2)), ...parts };
  if (!isReal(born)) return { holds: false, part: "date", column: 1 };
  if (kzCheck(text) !== text[11]) return { holds: false, part: "check", column: 12 };
  if (!("year" in born)) return { holds: true };
  return { holds: true, born, sex: centurySex % 2 === 1 ? "M" : "F" };
}

/** Check digit over the first 11 digits; undefined where both passes give 10, a number that is never issued. */
export function kzCheck(text: string): string | undefined {
  for (const weights of [FIRST_WEIGHTS, SECOND_WEIGHTS]) {
    const remainder = weights.reduce((sum, weight, at) => sum + weight * Number(text[at]), 0) % 11;
    if (remainder < 10) return String(remainder);
  }
  return undefined;
}
