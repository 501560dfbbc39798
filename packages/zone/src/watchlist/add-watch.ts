import type { Author, Concept } from "../spine/concept.ts";
import { rowOfWatchEntry, type WatchEntry, type WatchVerdict, watchEntryOf, watchKey } from "./watch-entry.ts";

/** Longest time that a document may be watched for without somebody asking again. */
export const WATCH_DAYS_MAX = 1_830;

/** Somebody watches for a document, from one legal day to another; a later entry for the same document replaces it. */
export type AddWatch = {
  readonly kind: "watch_add";
  readonly by: Author & { readonly officer: string };
  readonly watched: string;
  readonly verdict: WatchVerdict;
  readonly code: string;
  readonly fromDay: number;
  readonly untilDay: number;
};

export const addWatch: Concept<AddWatch> = {
  kind: "watch_add",
  keys: ({ watched }) => [watchKey(watched)],
  decide: ({ by, watched, verdict, code, fromDay, untilDay }, _state, world, { atMs }) => {
    const details: WatchEntry = { watched, verdict, code, fromDay, untilDay, addedBy: by.officer, active: true };
    const fits = fromDay <= untilDay && untilDay - fromDay < WATCH_DAYS_MAX && untilDay >= world.legalDay(atMs);
    return fits
      ? { outcome: "done", reason: "added", details }
      : { outcome: "refused", reason: "days_impossible", details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const entry = watchEntryOf(body);
    return [{ kind: "put", ...watchKey(entry.watched), row: rowOfWatchEntry(entry, number) }];
  },
};
