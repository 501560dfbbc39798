import { civilFromDays } from "../compile/civil-days.ts";
import type { Counter, periodKeys } from "../ir/counter.ts";

export type PeriodKey = (typeof periodKeys)[number];

const THURSDAY_BEFORE_MONDAY = 3;

/**
 * The number of the period of the legal calendar a legal day lies in: days and weeks since 1970, months since
 * year 0, years. Weeks begin on Monday (ISO 8601); 1970-01-01 was a Thursday.
 */
export function periodOf(key: PeriodKey, legal: number): number {
  if (key === "legal_day") return legal;
  if (key === "legal_week") return Math.floor((legal + THURSDAY_BEFORE_MONDAY) / 7);
  const { year, month } = civilFromDays(legal);
  return key === "legal_year" ? year : year * 12 + month - 1;
}

/** Whether an earlier event's legal day falls into the same periods, and the rolling window, of this event's. */
export function isInPeriod(counter: Counter, earlier: number, legal: number): boolean {
  if (counter.within !== undefined && (earlier > legal || earlier <= legal - counter.within)) return false;
  return counter.per.every((key) => !isPeriod(key) || periodOf(key, earlier) === periodOf(key, legal));
}

function isPeriod(key: Counter["per"][number]): key is PeriodKey {
  return key.startsWith("legal_");
}
