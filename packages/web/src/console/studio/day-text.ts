import { formatDate, type Locale } from "../../format/index.ts";

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** A law date, days since 1970-01-01, as tables write it. */
export function dayText(locale: Locale, days: number): string {
  return formatDate(locale, EPOCH.add({ days }));
}
