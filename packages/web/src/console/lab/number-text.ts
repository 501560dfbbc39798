import { formatPermille, formatScaled, type Locale } from "../../format/index.ts";

/** A number of a model as people write it, with at most so many digits after the mark; "—" where there is none. */
export function numberText(locale: Locale, value: number | null | undefined, digits = 2): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "—";
  const units = Math.round(value * 10 ** digits);
  return Number.isSafeInteger(units) ? formatScaled(locale, units, digits) : value.toExponential(digits);
}

/** A share as a percentage: 0.135 is 13.5%. */
export function shareText(locale: Locale, share: number): string {
  return Number.isFinite(share) ? formatPermille(locale, Math.round(share * 1000)) : "—";
}
