import type { QueueBook } from "@twinline/api";
import { wholeNumber } from "./draft.ts";

/** What an officer has typed so far; all texts, as fields hold them. An empty slot is the live queue. */
export type BookDraft = Readonly<Record<"plate" | "country" | "vin" | "chapter" | "slot", string>>;
export type BookField = "plate" | "country" | "vin" | "chapter";

const CHAPTER_MAX = 97;

/** The booking, or the fields at fault. Check digits are the node's business; here only the form is looked at. */
export function readBookDraft(draft: BookDraft): {
  readonly booking?: QueueBook;
  readonly faults: ReadonlySet<BookField>;
} {
  const { plate, country, slot } = draft;
  const vin = draft.vin.replaceAll(/\s/g, "").toUpperCase();
  const chapter = wholeNumber(draft.chapter, 0, CHAPTER_MAX);
  const checks: Readonly<Record<BookField, boolean>> = {
    plate: plate.trim() !== "",
    country: /^[A-Z]{2}$/.test(country),
    vin: /^[A-HJ-NPR-Z0-9]{17}$/.test(vin),
    chapter: chapter !== undefined,
  };
  const faults = new Set((Object.keys(checks) as BookField[]).filter((field) => !checks[field]));
  if (faults.size > 0 || chapter === undefined) return { faults };
  return { booking: { plate: plate.trim(), country, vin, chapter, ...(slot === "" ? {} : { slot }) }, faults };
}
