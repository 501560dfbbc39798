import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { EntryList, EntryRow } from "@twinline/api";
import { asked } from "../asking/asked.ts";
import type { EntrySearch } from "./entry-search.ts";

const PAGE = 50;
const EXPORT_PAGE = 100;
const REFRESH_MS = 10_000;
/** Rows of one sheet at most: what is more is a bundle, which two officers take out (promises.md P26). */
export const SHEET_ROWS_MAX = 10_000;

type ToInstant = (local: string) => string | undefined;

/** One page of the journal, newest first. The newest page follows the journal; an older one stands still. */
export function useEntries(search: EntrySearch, toInstant: ToInstant) {
  const { open: _, ...asking } = search;
  return useQuery({
    queryKey: ["entries", asking],
    queryFn: ({ signal }) =>
      asked("entries", { query: { ...queryOf(search, toInstant), limit: String(PAGE) }, signal }),
    refetchInterval: asking.after === undefined ? REFRESH_MS : false,
    placeholderData: keepPreviousData,
  });
}

export function useEntry(number: number | undefined) {
  return useQuery({
    queryKey: ["entry", number],
    queryFn: ({ signal }) => asked("entry", { params: { number: String(number) }, signal }),
    enabled: number !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Every row of a search, page by page, up to SHEET_ROWS_MAX. AskError when the node does not answer one of them. */
export async function fetchRows(search: EntrySearch, toInstant: ToInstant): Promise<readonly EntryRow[]> {
  const { after: _, ...whole } = search;
  const rows: EntryRow[] = [];
  let next: EntryList["next"];
  do {
    const query = { ...queryOf(whole, toInstant), limit: String(EXPORT_PAGE), ...(next && { after: next }) };
    const page = await asked("entries", { query });
    rows.push(...page.rows);
    next = page.next;
  } while (next !== undefined && rows.length < SHEET_ROWS_MAX);
  return rows;
}

/** The search as the contract asks it; a number is the newest one wanted. */
function queryOf(search: EntrySearch, toInstant: ToInstant): Record<string, string> {
  const { number, kind, gate, lane, reason, verdict, since, until, after } = search;
  const values = {
    from: number,
    kind,
    gate,
    lane,
    reason,
    verdict,
    since: since && toInstant(since),
    until: until && toInstant(until),
    after,
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
