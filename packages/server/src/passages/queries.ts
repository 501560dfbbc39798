import { parseCanonical } from "@twinline/journal";
import type { Body, Verdict } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** A journal entry as it is stored, its body read. */
export type StoredEntry = { readonly number: number; readonly hash: string; readonly body: Body };

/** The entry of a number, or undefined. */
export async function findEntry(queries: Queries, number: number): Promise<StoredEntry | undefined> {
  const { rows } = await queries.query<{ number: number; hash: string; body: string }>(
    "select number, encode(hash, 'hex') as hash, body from entry where number = $1",
    [number],
    "find-entry",
  );
  const row = rows[0];
  return row === undefined ? undefined : { ...row, body: parseCanonical(row.body) as Body };
}

/** A passage of a lane with the verdict that holds now. */
export type LanePassage = StoredEntry & { readonly overridden: Verdict | undefined };

/** The newest passages of a lane, newest first. */
export async function lanePassages(
  queries: Queries,
  gate: string,
  lane: string,
  limit: number,
): Promise<readonly LanePassage[]> {
  const { rows } = await queries.query<{ number: number; hash: string; body: string; overridden: Verdict | null }>(
    `select e.number, encode(e.hash, 'hex') as hash, e.body, o.outcome as overridden
     from entry e left join override o on o.key = e.number::text
     where e.gate = $1 and e.lane = $2 and e.kind = 'passage' order by e.number desc limit $3`,
    [gate, lane, limit],
    "lane-passages",
  );
  return rows.map(({ body, overridden, ...row }) => ({
    ...row,
    body: parseCanonical(body) as Body,
    overridden: overridden ?? undefined,
  }));
}

/** The visit in which a person is inside; undefined when she is not. */
export async function findVisit(queries: Queries, person: string): Promise<string | undefined> {
  const { rows } = await queries.query<{ visit: string }>("select visit from stay where key = $1", [person], "visit");
  return rows[0]?.visit;
}
