import type { Money } from "@twinline/api";
import type { Locale } from "./locale.ts";
import { formatScaled } from "./numbers.ts";

const SCALE = 2;
/** Signs of the currencies of the zone; another currency is written with its ISO 4217 code. */
const signs: Readonly<Record<string, string>> = { CNY: "¥", KZT: "₸", EUR: "€", USD: "$", RUB: "₽" };
const SIGN_FIRST: ReadonlySet<Locale> = new Set(["zh", "en"]);

/** "auto" drops a zero fraction ("¥520"), "table" keeps two digits so that columns align ("¥520.00"). */
export type MoneyStyle = "auto" | "table";

/** An amount with its currency: sign first in Chinese and English, last in Russian and Kazakh. */
export function formatMoney(locale: Locale, money: Money, style: MoneyStyle = "auto"): string {
  const broken = money.minor % 100 !== 0;
  const figure = formatScaled(locale, money.minor, SCALE, style === "table" || broken ? SCALE : 0);
  const sign = signs[money.currency] ?? money.currency;
  if (!SIGN_FIRST.has(locale)) return `${figure}\u00a0${sign}`;
  const gap = signs[money.currency] ? "" : "\u00a0";
  return figure.startsWith("\u2212") ? `\u2212${sign}${gap}${figure.slice(1)}` : `${sign}${gap}${figure}`;
}
