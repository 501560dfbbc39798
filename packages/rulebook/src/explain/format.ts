import { civilFromDays } from "../compile/civil-days.ts";
import { presentDecimal } from "../facts/present-facts.ts";
import type { Language } from "../ir/texts.ts";

/**
 * Figures in words of four languages, without Intl: Chromium's has no Kazakh (it prints "2026 M04 8"), and Node
 * 26.10 prints a Chinese long date as figures. Digits are grouped by a comma in zh and en, by a no-break space in
 * kk and ru; the words are those of CLDR 48.
 */
export function formatNumber(language: Language, value: bigint | number, digits = 0): string {
  const [whole, fraction] = presentDecimal(BigInt(value), digits).replace("-", "").split(".");
  const sign = BigInt(value) < 0n ? MINUS : "";
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, grouping[language]);
  return sign + grouped + (fraction ? decimalMark[language] + fraction : "");
}

const MINUS = "−";
export const NO_BREAK_SPACE = "\u00a0";
const grouping = { zh: ",", kk: NO_BREAK_SPACE, ru: NO_BREAK_SPACE, en: "," } as const;
const decimalMark = { zh: ".", kk: ",", ru: ",", en: "." } as const;

/** Minor units of a currency: "CNY 1,234.50", "1,234.50元", "1 234,50 ₸". */
export function formatMoney(language: Language, minor: bigint | number, currency: string, digits: number): string {
  const amount = formatNumber(language, minor, digits);
  if (language === "en") return `${currency}${NO_BREAK_SPACE}${amount}`;
  if (language === "zh")
    return chineseCurrency[currency] ? amount + chineseCurrency[currency] : `${currency} ${amount}`;
  return `${amount}${NO_BREAK_SPACE}${signs[currency] ?? currency}`;
}

const chineseCurrency: { readonly [code: string]: string } = {
  CNY: "元",
  KZT: "坚戈",
  RUB: "卢布",
  USD: "美元",
  EUR: "欧元",
};
const signs: { readonly [code: string]: string } = { KZT: "₸", RUB: "₽" };

/** Days since 1970-01-01: "1 March 2025", "2025年3月1日", "1 марта 2025 г.", "2025 ж. 1 наурыз". */
export function formatDay(language: Language, days: number): string {
  const { year, month, day } = civilFromDays(days);
  switch (language) {
    case "zh":
      return `${year}年${month}月${day}日`;
    case "kk":
      return `${year} ж. ${day} ${kazakhMonths[month - 1]}`;
    case "ru":
      return `${day} ${russianMonths[month - 1]} ${year} г.`;
    case "en":
      return `${day} ${englishMonths[month - 1]} ${year}`;
  }
}

/** "since 1 January 2025", "自2025年1月1日起", "с 1 января 2025 г.", "2025 ж. 1 қаңтардан бастап". */
export function formatSince(language: Language, days: number): string {
  switch (language) {
    case "zh":
      return `自${formatDay(language, days)}起`;
    case "kk": {
      const { year, month, day } = civilFromDays(days);
      return `${year} ж. ${day} ${kazakhMonthsFrom[month - 1]} бастап`;
    }
    case "ru":
      return `с ${formatDay(language, days)}`;
    case "en":
      return `since ${formatDay(language, days)}`;
  }
}

/** A month of a year: "March 2025", "2025年3月", "март 2025 г.", "2025 ж. наурыз". */
export function formatMonth(language: Language, year: number, month: number): string {
  switch (language) {
    case "zh":
      return `${year}年${month}月`;
    case "kk":
      return `${year} ж. ${kazakhMonths[month - 1]}`;
    case "ru":
      return `${russianMonthsAlone[month - 1]} ${year} г.`;
    case "en":
      return `${englishMonths[month - 1]} ${year}`;
  }
}

const kazakhMonths = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ");
const kazakhMonthsFrom =
  "қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан".split(
    " ",
  );
const russianMonths = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const russianMonthsAlone = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
const englishMonths = "January February March April May June July August September October November December".split(
  " ",
);

/** An exact fraction as a percentage: 13 over 100 is "13%", in ru "13 %"; a fraction without end keeps its two integers. */
export function formatRate(language: Language, times: bigint, over: bigint): string {
  for (let digits = 0, scale = 100n; digits <= 10; digits++, scale *= 10n) {
    if ((times * scale) % over !== 0n) continue;
    return formatNumber(language, (times * scale) / over, digits) + (language === "ru" ? `${NO_BREAK_SPACE}%` : "%");
  }
  return `${times}/${over}`;
}

/** Plural categories of CLDR: kk and en one, other; ru one, few, many; zh other. Whole numbers only. */
export function pluralOf(language: Language, value: bigint | number): "one" | "few" | "many" | "other" {
  const count = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  if (language === "zh") return "other";
  if (language !== "ru") return count === 1n ? "one" : "other";
  const [last, lastTwo] = [count % 10n, count % 100n];
  if (last === 1n && lastTwo !== 11n) return "one";
  return last >= 2n && last <= 4n && (lastTwo < 12n || lastTwo > 14n) ? "few" : "many";
}
