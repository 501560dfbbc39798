import type { Locale } from "./locale.ts";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

const marks: Readonly<Record<Locale, { readonly group: string; readonly decimal: string }>> = {
  zh: { group: ",", decimal: "." },
  kk: { group: NO_BREAK_SPACE, decimal: "," },
  ru: { group: NO_BREAK_SPACE, decimal: "," },
  en: { group: ",", decimal: "." },
};

function grouped(digits: string, mark: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, mark);
}

/**
 * A decimal number kept as an integer of 10^-scale (money in fen, kilograms in grams), so that no float is ever shown.
 * Trailing zeros of the fraction are dropped down to `minimum` digits. RangeError when `units` is not a safe integer.
 */
export function formatScaled(locale: Locale, units: number, scale: number, minimum = 0): string {
  if (!Number.isSafeInteger(units)) throw new RangeError(`Cannot write ${units}: not a safe integer`);
  const { group, decimal } = marks[locale];
  const digits = String(Math.abs(units)).padStart(scale + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - scale), group);
  const fraction = digits
    .slice(digits.length - scale)
    .replace(/0+$/, "")
    .padEnd(minimum, "0");
  const sign = units < 0 ? MINUS : "";
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}${decimal}${fraction}`;
}

/** A whole number with the language's groups: 1,234 or 1 234. */
export function formatInteger(locale: Locale, value: number): string {
  return formatScaled(locale, value, 0);
}

/** A share given in tenths of a per cent: 135 is 13.5%; in Russian 13,5 %, as the texts of the rules write it. */
export function formatPermille(locale: Locale, permille: number): string {
  return formatScaled(locale, permille, 1) + (locale === "ru" ? `${NO_BREAK_SPACE}%` : "%");
}

/** A whole number of per cent. */
export function formatPercent(locale: Locale, percent: number): string {
  return formatPermille(locale, percent * 10);
}

/**
 * A typed decimal as an integer of 10^-scale, or undefined when it is not one or has more digits than the scale.
 * Takes point or comma as the mark in every language, and spaces as groups; never a group mark that may be a decimal one.
 */
export function parseScaled(text: string, scale: number): number | undefined {
  const written = text.replace(/[\s\u00a0\u202f]/g, "");
  const match = /^(\d{1,12})(?:[.,](\d+))?$/.exec(written);
  const fraction = match?.[2] ?? "";
  if (!match || fraction.length > scale) return undefined;
  const units = Number(`${match[1]}${fraction.padEnd(scale, "0")}`);
  return Number.isSafeInteger(units) ? units : undefined;
}
