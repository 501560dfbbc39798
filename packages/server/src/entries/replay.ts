import { parseCanonical, writeCanonical } from "@twinline/journal";
import { type Body, decideAgain, decisionBody, decisionsOf } from "@twinline/zone";
import type { Shelf } from "../rulebooks/shelf.ts";

/** Whether every decision of an entry, taken again by the rulebook of its hash, gives the same bytes (promises.md P12). */
export async function replayEntry(shelf: Shelf, text: string): Promise<boolean> {
  for (const record of decisionsOf(parseCanonical(text) as Body)) {
    const { rulebook, decide } = await shelf.fetch(record.hash);
    const again = decideAgain(
      installRulebook(rulebook, () => decide),
      record,
    );
    const same = writeCanonical(decisionBody(again)) === writeCanonical(decisionBody(record));
    // NOTE: a counter over its range makes a line unanswerable after it was decided; the rules themselves cannot say it.
    if (!same && record.unanswerable?.reason !== "counter-unavailable") return false;
  }
  return true;
}
