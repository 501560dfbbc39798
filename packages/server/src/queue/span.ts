import { SEARCH_QUARTERS_MAX, type Span } from "@twinline/zone";
import type { Queries } from "../database.ts";
import { readHolders } from "./queries.ts";

/** A span with everybody whom its change may move, as they stand now. */
export async function spanOf(db: Queries, from: number, until: number): Promise<Span> {
  return { from, until, search: from + SEARCH_QUARTERS_MAX, holders: await readHolders(db, from, until) };
}
