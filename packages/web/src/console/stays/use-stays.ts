import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { StayList, StayRow } from "@twinline/api";
import { asked } from "../asking/asked.ts";
import type { StayListName } from "./stay-search.ts";

const REFRESH_MS = 15_000;
const PAGE = "200";
/** A list is read to its end, but not for ever: beyond this the screen says that it is cut. */
export const STAYS_MAX = 20_000;

export type Stays = StayList & { readonly isCut: boolean };

/** A whole list, fetched page by page: a head count that stops at a page would be a wrong one. */
export function useStays(list: StayListName) {
  return useQuery({
    queryKey: ["stays", list],
    queryFn: ({ signal }) => fetchStays(list, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** All rows of a list. AskError when the node does not answer one of its pages. */
export async function fetchStays(list: StayListName, signal?: AbortSignal): Promise<Stays> {
  const rows: StayRow[] = [];
  let after: string | undefined;
  for (;;) {
    const query = { list, limit: PAGE, ...(after && { after }) };
    const page = await asked("stays", { query, ...(signal && { signal }) });
    rows.push(...page.rows);
    after = page.next;
    const isCut = after !== undefined && rows.length >= STAYS_MAX;
    if (after === undefined || isCut) return { ...page, rows, isCut };
  }
}
