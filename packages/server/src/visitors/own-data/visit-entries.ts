import type { Queries } from "../../database.ts";
import type { StoredRequest } from "../../persons/queries.ts";
import type { StoredSale } from "../../sales/queries.ts";

/** Attempts to leave that one answer tells. */
export const TURNED_BACK_MAX = 50;
/** Entries of that kind looked through, the newest of the node: the journal has no index of persons, by intention. */
const LOOKED_THROUGH_MAX = 5_000;

/** Numbers of the entries of one visit: how it began, attempts to leave, sales and what was asked about the data. */
export async function visitEntries(
  queries: Queries,
  { person, visit }: { readonly person: string; readonly visit: string },
  sales: readonly StoredSale[],
  request: StoredRequest | undefined,
): Promise<readonly number[]> {
  const { rows } = await queries.query<{ number: number }>(
    `select number from (
       select number, body from entry where kind = 'passage' and outcome in ('refer', 'refuse') and number > $1
       order by number desc limit $3
     ) as newest where position($2 in body) > 0 order by number limit $4`,
    [Number(visit), `"person":"${person}"`, LOOKED_THROUGH_MAX, TURNED_BACK_MAX],
  );
  const asked = request?.visit === visit ? [request.entry] : [];
  const all = [Number(visit), ...rows.map(({ number }) => number), ...sales.map(({ entry }) => entry), ...asked];
  return [...new Set(all)].toSorted((a, b) => a - b);
}
