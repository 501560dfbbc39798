import { type Locale, tags } from "./locale.ts";
import { formatMoney } from "./money.ts";
import { formatInteger, formatScaled } from "./numbers.ts";

/** Units that the screens write; "kg" takes grams, the others their own whole number. */
export type Unit = "day" | "hour" | "minute" | "second" | "kg" | "g" | "litre" | "piece" | "time";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const word = (other: string): Forms => ({ other });

const forms: Readonly<Record<Locale, Readonly<Record<Unit, Forms>>>> = {
  zh: {
    day: word("天"),
    hour: word("小时"),
    minute: word("分钟"),
    second: word("秒"),
    kg: word("公斤"),
    g: word("克"),
    litre: word("升"),
    piece: word("件"),
    time: word("次"),
  },
  kk: {
    day: word("күн"),
    hour: word("сағ"),
    minute: word("мин"),
    second: word("с"),
    kg: word("кг"),
    g: word("г"),
    litre: word("л"),
    piece: word("дана"),
    time: word("рет"),
  },
  ru: {
    day: { one: "день", few: "дня", many: "дней", other: "дня" },
    hour: word("ч"),
    minute: word("мин"),
    second: word("с"),
    kg: word("кг"),
    g: word("г"),
    litre: word("л"),
    piece: word("шт."),
    time: { one: "раз", few: "раза", many: "раз", other: "раза" },
  },
  en: {
    day: { one: "day", other: "days" },
    hour: word("h"),
    minute: word("min"),
    second: word("s"),
    kg: word("kg"),
    g: word("g"),
    litre: word("l"),
    piece: { one: "piece", other: "pieces" },
    time: { one: "time", other: "times" },
  },
};

const GRAMS_SCALE = 3;

/** The bare word of a unit, as in a column head: "kg", 公斤. */
export function unitWord(locale: Locale, unit: Unit): string {
  return forms[locale][unit].other;
}

/** A figure with its unit: "17 days", "17天", "17 күн", "17 дней"; kilograms from grams, "3.2 kg". */
export function formatQuantity(locale: Locale, amount: number, unit: Unit): string {
  const figure = unit === "kg" ? formatScaled(locale, amount, GRAMS_SCALE) : formatInteger(locale, amount);
  const category = new Intl.PluralRules(tags[locale]).select(Math.abs(amount));
  const text = forms[locale][unit][category] ?? forms[locale][unit].other;
  return locale === "zh" ? `${figure}${text}` : `${figure}\u00a0${text}`;
}

/** A figure given in tenths with its unit: 125 seconds are "12.5 s", "12.5秒". */
export function formatTenths(locale: Locale, tenths: number, unit: Exclude<Unit, "kg">): string {
  return `${formatScaled(locale, tenths, 1)}${locale === "zh" ? "" : "\u00a0"}${unitWord(locale, unit)}`;
}

/** A meter's figure in the unit of the contract: an ISO 4217 code (minor units), "g", "day" or "piece". */
export function formatMeasure(locale: Locale, amount: number, unit: string): string {
  if (unit === "g") return formatQuantity(locale, amount, "kg");
  if (unit === "day" || unit === "piece" || unit === "time") return formatQuantity(locale, amount, unit);
  return /^[A-Z]{3}$/.test(unit)
    ? formatMoney(locale, { minor: amount, currency: unit })
    : formatInteger(locale, amount);
}

const ageSteps: readonly { readonly unit: Unit; readonly seconds: number }[] = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
];

/** How old something is, in the largest whole unit: 150 s is "2 min"; from two days on in days. Never negative. */
export function formatAge(locale: Locale, seconds: number): string {
  const age = Math.max(0, Math.floor(seconds));
  const step = ageSteps.find(({ unit, seconds: size }) => age >= (unit === "day" ? size * 2 : size));
  return step
    ? formatQuantity(locale, Math.floor(age / step.seconds), step.unit)
    : formatQuantity(locale, age, "second");
}
