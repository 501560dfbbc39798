import type { Locale } from "./locale.ts";

/** How a typed day looks in the language's order; also the field's hint. */
export const dayPatterns: Readonly<Record<Locale, string>> = {
  zh: "YYYY/MM/DD",
  kk: "КК.АА.ЖЖЖЖ",
  ru: "ДД.ММ.ГГГГ",
  en: "DD.MM.YYYY",
};

const YEAR_FIRST = /^(\d{4})[-./\s年]?(\d{1,2})[-./\s月]?(\d{1,2})日?$/;
const DAY_FIRST = /^(\d{1,2})[-./\s](\d{1,2})[-./\s](\d{4})$/;
const DAY_FIRST_DIGITS = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * A day as an officer types it, or undefined. A separator after four digits means year first in every language; eight
 * bare digits follow the language (20310822 in Chinese, 22082031 in the others). Impossible days are not rounded.
 */
export function parseDay(locale: Locale, text: string): Temporal.PlainDate | undefined {
  const written = text.trim();
  const dayFirst = DAY_FIRST.exec(written) ?? (locale === "zh" ? null : DAY_FIRST_DIGITS.exec(written));
  if (dayFirst) return plainDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(written);
  return yearFirst ? plainDate(yearFirst[1], yearFirst[2], yearFirst[3]) : undefined;
}

function plainDate(year = "", month = "", day = ""): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: "reject" },
    );
  } catch {
    return undefined;
  }
}

/** The day in the form the field takes: what `parseDay` reads back in the same language. */
export function presentDay(locale: Locale, day: Temporal.PlainDate): string {
  const [month, date] = [day.month, day.day].map((value) => String(value).padStart(2, "0"));
  const year = String(day.year).padStart(4, "0");
  return locale === "zh" ? `${year}/${month}/${date}` : `${date}.${month}.${year}`;
}
