import { type LegalDay, plainDay } from "./legal-day.ts";

export type Period = "legal_day" | "legal_week" | "legal_month" | "legal_year";

/** First day of the period of the legal calendar that holds the day; weeks start on Monday (ISO 8601). */
export function periodStart(period: Period, day: number): LegalDay {
  if (period === "legal_day") return day as LegalDay;
  const { dayOfWeek, day: dayOfMonth, dayOfYear } = plainDay(day);
  const before = { legal_week: dayOfWeek, legal_month: dayOfMonth, legal_year: dayOfYear }[period] - 1;
  return (day - before) as LegalDay;
}
