import { plainDay } from "../calendar/legal-day.ts";
import type { TravelDocument } from "./travel-document.ts";

/** Codes of `validity` in the arrival rulebooks. */
export type Validity = "valid" | "expired" | "not_stated";

/** Days that the document is still valid after this legal day: 0 on its last day, negative when expired. */
export function validDaysLeft({ expires }: Pick<TravelDocument, "expires">, legalDay: number): number | undefined {
  if (expires === undefined) return undefined;
  return plainDay(legalDay).until(expires, { largestUnit: "days" }).days;
}

/** Whether a document is valid on a legal day; its last day is a valid one. */
export function validityOn(document: Pick<TravelDocument, "expires">, legalDay: number): Validity {
  const days = validDaysLeft(document, legalDay);
  if (days === undefined) return "not_stated";
  return days >= 0 ? "valid" : "expired";
}
