import {
  formatAge,
  formatDate,
  formatInteger,
  formatMeasure,
  formatMoney,
  formatMonth,
  formatPercent,
  formatPermille,
  formatQuantity,
  formatScaled,
  formatTenths,
  formatTime,
  formatWeekday,
  type Locale,
  unitWord,
} from "./index.ts";

/** A format and what it must write in zh, kk, ru, en; "_" stands for a no-break space. */
type Written = readonly [write: (locale: Locale) => string, zh: string, kk: string, ru: string, en: string];

const day = Temporal.PlainDate.from("2026-04-08");
const month = Temporal.PlainYearMonth.from("2026-04");
const instant = Temporal.Instant.from("2024-02-29T17:30:05Z");
const tenge = { minor: 123_450, currency: "KZT" };
const yuan = { minor: 52_000, currency: "CNY" };

/** Checked in Node by format.test.ts and in Chromium by the stories: the two differ in Kazakh and in Chinese. */
export const written: readonly Written[] = [
  [(l) => formatDate(l, day, "long"), "2026年4月8日", "2026 ж. 8 сәуір", "8 апреля 2026 г.", "8 April 2026"],
  [(l) => formatDate(l, day), "2026/04/08", "08.04.2026", "08.04.2026", "8 Apr 2026"],
  [(l) => formatMonth(l, month), "2026年4月", "2026 ж. сәуір", "Апрель 2026 г.", "April 2026"],
  [(l) => formatWeekday(l, 1, "long"), "星期一", "дүйсенбі", "понедельник", "Monday"],
  [(l) => formatWeekday(l, 7), "周日", "жс", "вс", "Sun"],
  [() => formatTime(instant, "Asia/Shanghai"), "01:30", "01:30", "01:30", "01:30"],
  [() => formatTime(instant, "Asia/Almaty", true), "23:30:05", "23:30:05", "23:30:05", "23:30:05"],
  [(l) => formatInteger(l, 1_234_567), "1,234,567", "1_234_567", "1_234_567", "1,234,567"],
  [(l) => formatScaled(l, 123_456_789, 2), "1,234,567.89", "1_234_567,89", "1_234_567,89", "1,234,567.89"],
  [(l) => formatScaled(l, -5, 2), "−0.05", "−0,05", "−0,05", "−0.05"],
  [(l) => formatPermille(l, 135), "13.5%", "13,5%", "13,5_%", "13.5%"],
  [(l) => formatPermille(l, 1000), "100%", "100%", "100_%", "100%"],
  [(l) => formatPercent(l, 7), "7%", "7%", "7_%", "7%"],
  [(l) => formatMoney(l, tenge), "₸1,234.50", "1_234,50_₸", "1_234,50_₸", "₸1,234.50"],
  [(l) => formatMoney(l, yuan), "¥520", "520_¥", "520_¥", "¥520"],
  [(l) => formatMoney(l, yuan, "table"), "¥520.00", "520,00_¥", "520,00_¥", "¥520.00"],
  [(l) => formatQuantity(l, 17, "day"), "17天", "17_күн", "17_дней", "17_days"],
  [(l) => formatQuantity(l, 1, "day"), "1天", "1_күн", "1_день", "1_day"],
  [(l) => formatQuantity(l, 22, "day"), "22天", "22_күн", "22_дня", "22_days"],
  [(l) => formatQuantity(l, 17, "hour"), "17小时", "17_сағ", "17_ч", "17_h"],
  [(l) => formatQuantity(l, 17, "minute"), "17分钟", "17_мин", "17_мин", "17_min"],
  [(l) => formatQuantity(l, 17, "second"), "17秒", "17_с", "17_с", "17_s"],
  [(l) => formatQuantity(l, 17, "litre"), "17升", "17_л", "17_л", "17_l"],
  [(l) => formatQuantity(l, 3_200, "kg"), "3.2公斤", "3,2_кг", "3,2_кг", "3.2_kg"],
  [(l) => formatTenths(l, 125, "second"), "12.5秒", "12,5_с", "12,5_с", "12.5_s"],
  [(l) => formatTenths(l, 15, "day"), "1.5天", "1,5_күн", "1,5_дня", "1.5_days"],
  [(l) => unitWord(l, "kg"), "公斤", "кг", "кг", "kg"],
  [(l) => formatMeasure(l, 52_000, "CNY"), "¥520", "520_¥", "520_¥", "¥520"],
  [(l) => formatMeasure(l, 23_000, "g"), "23公斤", "23_кг", "23_кг", "23_kg"],
  [(l) => formatMeasure(l, 3, "piece"), "3件", "3_дана", "3_шт.", "3_pieces"],
  [(l) => formatAge(l, 59), "59秒", "59_с", "59_с", "59_s"],
  [(l) => formatAge(l, 150), "2分钟", "2_мин", "2_мин", "2_min"],
  [(l) => formatAge(l, 26 * 3600), "26小时", "26_сағ", "26_ч", "26_h"],
  [(l) => formatAge(l, 49 * 3600), "2天", "2_күн", "2_дня", "2_days"],
  [(l) => formatAge(l, -3), "0秒", "0_с", "0_с", "0_s"],
];

const locales: readonly Locale[] = ["zh", "kk", "ru", "en"];

/** What this platform writes otherwise than it must, as "kk: 2026 M04 8, not 2026 ж. 8 сәуір". */
export function misWritten(): readonly string[] {
  return written.flatMap(([write, ...expected]) =>
    locales.flatMap((locale, index) => {
      const [is, must] = [write(locale), expected[index]!.replaceAll("_", "\u00a0")];
      return is === must ? [] : [`${locale}: ${is}, not ${must}`];
    }),
  );
}
