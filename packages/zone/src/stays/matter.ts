import type { Calendar } from "../calendar/calendar.ts";
import { type StayCase, stayCases } from "./cases.ts";
import type { StayTerms } from "./terms.ts";
import type { Movement } from "./visits.ts";

/** The overstay of the visit that entry `root` opened, as all movements of the person up to an instant show it. */
export function overstayOf(
  terms: StayTerms,
  calendar: Calendar,
  movements: readonly Movement[],
  root: number,
  atMs: number,
): StayCase | undefined {
  return stayCases(terms, calendar, movements, atMs).find(
    ({ kind, entries, isInside }) => kind === "overstay" && entries.at(isInside ? -1 : -2) === root,
  );
}

/**
 * What is missing before a passage, whether it was let through or not: judged as if it had taken place, by what came before
 * it. Undefined where its pair is there.
 */
export function unpairedAt(
  terms: StayTerms,
  calendar: Calendar,
  movements: readonly Movement[],
  passage: Movement,
): StayCase | undefined {
  const earlier = movements.filter(({ entry }) => entry < passage.entry);
  return stayCases(terms, calendar, [...earlier, passage], passage.atMs).find(
    ({ kind, entries }) => kind !== "overstay" && entries.at(-1) === passage.entry,
  );
}

/** Days of an overstay as its limit counts them, with the most that it allows. */
export function daysCounted(
  { perVisit, window }: StayTerms,
  { limit, daysOver = 0 }: StayCase,
): { readonly days: number; readonly most: number } | undefined {
  const most = limit === "window" ? window?.days : perVisit;
  return most === undefined ? undefined : { days: most + daysOver, most };
}
