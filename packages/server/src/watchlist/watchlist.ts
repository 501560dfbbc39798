import { isWatchedOn, WATCH_ENTRY, type WatchEntry, type WatchVerdict, watchEntryOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Entries of the list that one page shows, newest first. */
export const WATCH_ROWS_MAX = 500;

const COLUMNS = `watched, verdict, code, from_day as "fromDay", until_day as "untilDay", added_by as "addedBy", active`;

/** What a gate must know of a document: the fact `watch` of the rulebooks, and the code of the reason for the screen. */
export type WatchFact = { readonly watch: "none" } | { readonly watch: WatchVerdict; readonly code: string };

/**
 * What the watch list says on a legal day of a document, by the token that it has there; undefined when nobody ever watched
 * for it. Nothing is written, and nobody learns who asked for whom.
 */
export async function watchOfToken(db: Queries, watched: string | undefined, legalDay: number): Promise<WatchFact> {
  if (watched === undefined) return { watch: "none" };
  const { rows } = await db.query<Record<string, unknown>>(
    `select ${COLUMNS} from ${WATCH_ENTRY} where key = $1`,
    [watched],
    "watch-for",
  );
  const entry = rows[0] === undefined ? undefined : watchEntryOf(rows[0]);
  if (entry === undefined || !isWatchedOn(entry, legalDay)) return { watch: "none" };
  return { watch: entry.verdict, code: entry.code };
}

/** The list, newest first, with the number of all its rows. */
export async function listWatched(db: Queries): Promise<{ rows: WatchEntry[]; total: number }> {
  const { rows } = await db.query<Record<string, unknown> & { total: number }>(
    `select ${COLUMNS}, count(*) over ()::int as total from ${WATCH_ENTRY} order by entry desc limit $1`,
    [WATCH_ROWS_MAX],
  );
  return { rows: rows.map(watchEntryOf), total: rows[0]?.total ?? 0 };
}

/** When the list last changed here; undefined while it was never written. What a screen shows as the list's age. */
export async function watchlistChangedAt(db: Queries): Promise<Temporal.Instant | undefined> {
  const { rows } = await db.query<{ at: Temporal.Instant }>(
    `select at from entry where number = (select max(entry) from ${WATCH_ENTRY})`,
  );
  return rows[0]?.at;
}
