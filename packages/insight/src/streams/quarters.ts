import { ModelInputError } from "../models/input.ts";

/** Quarters are counted from year 0: 2004, second quarter = 2004 · 4 + 1. */
export type QuarterRange = { readonly first: number; readonly last: number };

const DATE = /^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$/;

/** The quarters that a date of its own precision may lie in: a year has four, a month or day one. */
export function quartersOf(date: string): QuarterRange {
  const match = DATE.exec(date);
  const month = Number(match?.[2] ?? 1);
  if (!match || month < 1 || month > 12)
    throw new ModelInputError("date", `a year, a month or a day as 2004-09-24 is expected, not "${date}"`);
  const year = Number(match[1]);
  if (match[2] === undefined) return { first: year * 4, last: year * 4 + 3 };
  const quarter = year * 4 + Math.floor((month - 1) / 3);
  return { first: quarter, last: quarter };
}

/** As 2004-Q3. */
export function quarterText(quarter: number): string {
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}
