import type { Language } from "@twinline/api";
import { formatMoney, formatNumber, formatQuantity } from "@twinline/rulebook";

const MINOR_DIGITS = 2;

/** A figure in the unit of a meter: an ISO 4217 code (minor units), g, or a count. */
export function amountText(language: Language, amount: number, unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) return formatMoney(language, amount, unit, MINOR_DIGITS);
  return unit === "day" ? formatNumber(language, amount) : formatQuantity(language, amount, unit);
}
