import type { Author, Concept } from "../spine/concept.ts";
import { findWatchEntry, rowOfWatchEntry, watchEntryOf, watchKey } from "./watch-entry.ts";

/** Nobody watches for the document any more. */
export type WithdrawWatch = { readonly kind: "watch_withdraw"; readonly by: Author; readonly watched: string };

export const withdrawWatch: Concept<WithdrawWatch> = {
  kind: "watch_withdraw",
  keys: ({ watched }) => [watchKey(watched)],
  decide: ({ watched }, state) => {
    const found = findWatchEntry(state, watched);
    if (found?.active !== true) return { outcome: "refused", reason: "watch_unknown", details: { watched } };
    return { outcome: "done", reason: "withdrawn", details: { ...found, active: false } };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const entry = watchEntryOf(body);
    return [{ kind: "put", ...watchKey(entry.watched), row: rowOfWatchEntry(entry, number) }];
  },
};
