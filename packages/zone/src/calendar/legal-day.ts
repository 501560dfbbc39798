/** A day as the rules count it: days since 1970-01-01, of the side's signed calendar (promises.md D9). */
export type LegalDay = number & { readonly LegalDay: true };

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** The number of an ISO 8601 calendar day. Throws RangeError on a day that does not exist. */
export function dayNumber(text: string): LegalDay {
  const day = Temporal.PlainDate.from(text, { overflow: "reject" });
  return EPOCH.until(day, { largestUnit: "days" }).days as LegalDay;
}

/** ISO 8601 calendar day of a number. */
export function dayText(day: number): string {
  return plainDay(day).toString();
}

export function plainDay(day: number): Temporal.PlainDate {
  return EPOCH.add({ days: day });
}

/** RFC 3339 instant in UTC with milliseconds, the form of every instant that leaves the node. */
export function instantText(atMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toString({ smallestUnit: "millisecond" });
}

/** Epoch milliseconds of an RFC 3339 instant. Throws RangeError on anything else. */
export function instantMs(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}
