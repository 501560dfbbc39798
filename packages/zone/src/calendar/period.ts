import { dayNumber, type LegalDay, plainDay } from "./legal-day.ts";

export const periods = ["legal_day", "legal_week", "legal_month", "legal_year"] as const;
export type Period = (typeof periods)[number];

/** First day of the period of the legal calendar that holds the day; weeks start on Monday (ISO 8601). */
export function periodStart(period: Period, day: number): LegalDay {
  if (period === "legal_day") return day as LegalDay;
  const { dayOfWeek, day: dayOfMonth, dayOfYear } = plainDay(day);
  const before = { legal_week: dayOfWeek, legal_month: dayOfMonth, legal_year: dayOfYear }[period] - 1;
  return (day - before) as LegalDay;
}

/** First day of the period after the one that holds the day. */
export function nextPeriodStart(period: Period, day: number): LegalDay {
  const step = {
    legal_day: { days: 1 },
    legal_week: { days: 7 },
    legal_month: { months: 1 },
    legal_year: { years: 1 },
  };
  // NOTE: a period begins on a first of the month or a Monday, so that no month's end can overflow.
  return dayNumber(plainDay(periodStart(period, day)).add(step[period], { overflow: "reject" }).toString());
}
