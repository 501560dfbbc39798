import type { Held } from "../compile/decision.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Language } from "../ir/texts.ts";
import type { ValueType } from "../ir/value-type.ts";
import { countryName } from "./country-name.ts";
import { formatDay, formatMoney, formatNumber, formatRate } from "./format.ts";
import { formatQuantity } from "./format-quantity.ts";
import { yesNo } from "./words.ts";

/** `full` names the currency; inside a working, where all amounts are of one currency, `bare` leaves it out. */
export type Style = "full" | "bare";

/** A held value as a person reads it. */
export function valueText(
  rulebook: CheckedRulebook,
  language: Language,
  type: ValueType,
  value: Held | readonly Held[],
  style: Style = "full",
): string {
  if (Array.isArray(value)) {
    const of = type.kind === "list" ? type.of : type;
    const each = (value as readonly Held[]).map((one) => valueText(rulebook, language, of, one, style));
    return each.length === 0 ? "—" : each.join(language === "zh" ? "、" : ", ");
  }
  if (typeof value === "boolean") return value ? yesNo.yes[language] : yesNo.no[language];
  switch (type.kind) {
    case "money":
      return style === "bare"
        ? formatNumber(language, value as number, type.digits)
        : formatMoney(language, value as number, type.currency, type.digits);
    case "quantity":
      return formatQuantity(language, value as number, type.unit);
    case "integer":
      return formatNumber(language, value as number);
    case "rate":
    case "exchange":
      return formatRate(language, BigInt(value as number), BigInt(type.over));
    case "day":
      return formatDay(language, Number(value));
    case "moment":
      return Temporal.Instant.fromEpochMilliseconds(Number(value)).toString();
    case "code":
      return codeLabel(rulebook, language, type.list, String(value));
    case "country":
      return countryName(language, String(value));
    default:
      return language === "en" ? `"${value}"` : language === "zh" ? `“${value}”` : `«${value}»`;
  }
}

function codeLabel(rulebook: CheckedRulebook, language: Language, list: string, code: string): string {
  const values = rulebook.codes.find(({ name }) => name === list)?.values;
  return values?.find((each) => each.code === code)?.label[language] ?? code;
}

/** The label of a fact, parameter, counter or rule; without one, its name with spaces. */
export function labelText(rulebook: CheckedRulebook, language: Language, name: string): string {
  const { facts, parameters, counters, rules } = rulebook;
  const named = [...facts, ...parameters, ...counters, ...rules].find((each) => each.name === name);
  return named?.label?.[language] ?? name.replaceAll("_", " ");
}
