import { parseCanonical, writeCanonical } from "@twinline/journal";
import { type Body, decideAgain, decisionBody, decisionsOf } from "@twinline/zone";
import type { Shelf } from "../rulebooks/shelf.ts";

/** Whether every decision of an entry, taken again by the rulebook of its hash, gives the same bytes (promises.md P12). */
export async function replayEntry(shelf: Shelf, text: string): Promise<boolean> {
  for (const record of decisionsOf(parseCanonical(text) as Body)) {
    const again = decideAgain(await shelf.fetch(record.hash), record);
    if (writeCanonical(decisionBody(again)) !== writeCanonical(decisionBody(record))) return false;
  }
  return true;
}
