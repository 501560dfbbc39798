import { calendarWords } from "./calendar-words.ts";
import type { Locale } from "./locale.ts";

/** "long" is for sentences, "short" for tables, fields and documents. */
export type DateStyle = "long" | "short";

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * A calendar day as people of the language write it. English is written with the month's name in both styles, because
 * 08/04/2026 means two days to two readers.
 */
export function formatDate(locale: Locale, day: Temporal.PlainDate, style: DateStyle = "short"): string {
  return style === "long" ? longDate(locale, day) : shortDate(locale, day);
}

function longDate(locale: Locale, day: Temporal.PlainDate): string {
  const month = calendarWords[locale].months[day.month - 1];
  if (locale === "zh") return `${day.year}年${day.month}月${day.day}日`;
  if (locale === "kk") return `${day.year} ж. ${day.day} ${month}`;
  if (locale === "ru") return `${day.day} ${month} ${day.year} г.`;
  return `${day.day} ${month} ${day.year}`;
}

function shortDate(locale: Locale, day: Temporal.PlainDate): string {
  if (locale === "zh") return `${day.year}/${two(day.month)}/${two(day.day)}`;
  if (locale === "en") return `${day.day} ${calendarWords.en.shortMonths[day.month - 1]} ${day.year}`;
  return `${two(day.day)}.${two(day.month)}.${day.year}`;
}

/** Head of a calendar page: "сәуір" is capitalised only where it stands alone, so the year comes first in Kazakh. */
export function formatMonth(locale: Locale, month: Temporal.PlainYearMonth): string {
  const word = calendarWords[locale].standaloneMonths[month.month - 1]!;
  if (locale === "zh") return `${month.year}年${month.month}月`;
  if (locale === "kk") return `${month.year} ж. ${word}`;
  const head = word.charAt(0).toUpperCase() + word.slice(1);
  return locale === "ru" ? `${head} ${month.year} г.` : `${head} ${month.year}`;
}

/** Name of a weekday, 1 = Monday … 7 = Sunday (ISO 8601). */
export function formatWeekday(locale: Locale, weekday: number, style: DateStyle = "short"): string {
  const { weekdays, shortWeekdays } = calendarWords[locale];
  return (style === "long" ? weekdays : shortWeekdays)[weekday - 1] ?? "";
}

/** Wall-clock time in a named zone, 24 hours: "14:06", with seconds on request "14:06:31". */
export function formatTime(instant: Temporal.Instant, zone: string, seconds = false): string {
  const { hour, minute, second } = instant.toZonedDateTimeISO(zone);
  return seconds ? `${two(hour)}:${two(minute)}:${two(second)}` : `${two(hour)}:${two(minute)}`;
}
