import { formatDate, type Locale } from "../../format/index.ts";
import { dayOf } from "../rulebooks/days.ts";

/** A law date, days since 1970-01-01, as tables write it. */
export function dayText(locale: Locale, days: number): string {
  return formatDate(locale, dayOf(days));
}
