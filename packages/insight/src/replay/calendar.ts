/** The periods of a legal day that counters and reports are kept by. */
export type DayPeriods = { readonly week: number; readonly month: number; readonly year: number };

const epoch = new Temporal.PlainDate(1970, 1, 1);

/** Days since 1970-01-01 as a date. */
export function dateOf(day: number): Temporal.PlainDate {
  return epoch.add({ days: day });
}

/** Periods of every day from the first to the last; weeks begin on Monday (ISO 8601), 1970-01-01 was a Thursday. */
export function periodsOf(firstDay: number, lastDay: number): readonly DayPeriods[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => {
    const { year, month } = dateOf(firstDay + index);
    return { week: Math.floor((firstDay + index + 3) / 7), month: year * 12 + month - 1, year };
  });
}

/** The month of `DayPeriods` as 2025-03. */
export function monthText(month: number): string {
  return new Temporal.PlainYearMonth(Math.floor(month / 12), (month % 12) + 1).toString();
}
