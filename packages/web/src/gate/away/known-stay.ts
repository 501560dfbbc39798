import type { GateEvent, Pack } from "@twinline/api";
import type { AwayStay } from "../../link/away-note.ts";
import type { JournalItem } from "../../link/device-journal.ts";

/** By what a gate without its node knows somebody again: the document's commitment, the code on the pass. */
export type Signs = { readonly who: string; readonly pass?: string | undefined };

/**
 * The open stay of whoever stands here, as far as this gate can know: those it let in itself since the line was cut, and
 * those of its pack whose pass is shown. Whom this gate let out since then is not inside, whatever the pack says.
 */
export function findStayAway(
  pack: Pick<Pack, "stays">,
  journal: readonly JournalItem[],
  signs: Signs,
): AwayStay | undefined {
  const own = journal.filter(
    ({ event, note }) =>
      event.kind === "passage" &&
      event.verdict === "admit" &&
      note !== undefined &&
      (note.who === signs.who || (signs.pass !== undefined && note.pass === signs.pass)),
  );
  const last = own.at(-1);
  if (last) return (last.event as GateEvent).passage.direction === "in" ? last.note?.stay : undefined;
  const row = signs.pass === undefined ? undefined : pack.stays?.rows.find(({ pass }) => pass === signs.pass);
  if (!row) return undefined;
  const { visit, gate, enteredDay, lastDay } = row;
  return { visit, gate, enteredDay, lastDay };
}
