const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** The calendar day of a number of days since 1970-01-01, as rulebooks keep days. */
export function dayOf(days: number): Temporal.PlainDate {
  return EPOCH.add({ days });
}

export function dayNumber(day: Temporal.PlainDate): number {
  return EPOCH.until(day, { largestUnit: "days" }).days;
}
