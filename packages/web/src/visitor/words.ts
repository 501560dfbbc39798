import type { Texts } from "@twinline/api";
import { valueText } from "@twinline/rulebook";
import { formatDate, formatMeasure, type Locale } from "../format/index.ts";
import { type Catalogue, catalogues, type MessageKey } from "../messages/catalogue.ts";
import type { LawBooks } from "./law/law-books.ts";

/** One language of the visitor page: messages, texts of the law, figures. */
export type Words = {
  readonly locale: Locale;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string>>) => string;
  readonly text: (texts: Texts) => string;
  /** What stands between a name and what is said of it. */
  readonly colon: string;
  /** The same at the head of a line. */
  readonly head: (texts: Texts) => string;
  /** A day in words, from days since 1970-01-01. */
  readonly day: (day: number) => string;
  readonly measure: (amount: number, unit: string) => string;
};

/** NOTE: messages of this page take only `{name}`; plurals are the format module's, so no message engine is loaded. */
export function wordsOf(locale: Locale, catalogue: Catalogue = catalogues[locale]): Words {
  return {
    locale,
    say: (key, values = {}) => catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
    text: (texts) => texts[locale],
    colon: locale === "zh" ? "：" : ": ",
    head: (texts) => texts[locale].charAt(0).toUpperCase() + texts[locale].slice(1),
    day: (day) => formatDate(locale, Temporal.PlainDate.from("1970-01-01").add({ days: day }), "long"),
    measure: (amount, unit) => formatMeasure(locale, amount, unit),
  };
}

/** Name of a state, as the rulebooks write it. */
export function countryName({ arrival }: LawBooks, locale: Locale, code: string): string {
  return valueText(arrival.rulebook, locale, { kind: "country" }, code);
}
