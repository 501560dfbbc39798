import type { Queries } from "../database.ts";

/** Rows of one page at most. */
export const ENTRIES_PAGE_MAX = 100;

/** What a search may ask; all that is given must hold. Instants are inclusive from, exclusive until. */
export type EntrySearch = {
  /** The newest number wanted. */
  readonly from?: number | undefined;
  readonly kind?: string | undefined;
  readonly gate?: string | undefined;
  readonly lane?: string | undefined;
  readonly outcome?: string | undefined;
  readonly reason?: string | undefined;
  readonly since?: Temporal.Instant | undefined;
  readonly until?: Temporal.Instant | undefined;
  /** Rows below this number: where the page before ended. */
  readonly after?: number | undefined;
};

export type StoredRow = {
  readonly number: number;
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly gate: string | null;
  readonly lane: string | null;
  readonly outcome: string;
  readonly reason: string;
  readonly hash: string;
};

const COLUMNS = "number, at, kind, gate, lane, outcome, reason, encode(hash, 'hex') as hash";

/** A page of the journal, newest first. */
export async function searchEntries(queries: Queries, search: EntrySearch, limit: number): Promise<StoredRow[]> {
  const { where, values } = conditionsOf(search);
  const { rows } = await queries.query<StoredRow>(
    `select ${COLUMNS} from entry where ${where} order by number desc limit $${values.length + 1}`,
    [...values, limit],
  );
  return rows;
}

/** Entries that a search finds in all, counted up to a bound: a console shows "10,000 or more". */
export const TOTAL_MAX = 10_000;

export async function countEntries(queries: Queries, search: EntrySearch): Promise<number> {
  const { where, values } = conditionsOf({ ...search, after: undefined });
  const { rows } = await queries.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from entry where ${where} limit ${TOTAL_MAX}) as found`,
    values,
  );
  return rows[0]!.n;
}

/** One entry with everything the hash stands over. */
export async function findStored(
  queries: Queries,
  number: number,
): Promise<(StoredRow & { readonly body: string; readonly prev: string }) | undefined> {
  const { rows } = await queries.query<StoredRow & { body: string; prev: string }>(
    `select ${COLUMNS}, body, encode(prev, 'hex') as prev from entry where number = $1`,
    [number],
  );
  return rows[0];
}

function conditionsOf(search: EntrySearch): { where: string; values: unknown[] } {
  const conditions: readonly (readonly [unknown, (at: string) => string])[] = [
    [search.from, (at) => `number <= ${at}`],
    [search.kind, (at) => `kind = ${at}`],
    [search.gate, (at) => `gate = ${at}`],
    [search.lane, (at) => `lane = ${at}`],
    [search.outcome, (at) => `outcome = ${at}`],
    [search.reason, (at) => `reason = ${at}`],
    [search.since, (at) => `at >= ${at}`],
    [search.until, (at) => `at < ${at}`],
    [search.after, (at) => `number < ${at}`],
  ];
  const asked = conditions.filter(([value]) => value !== undefined);
  const where = ["true", ...asked.map(([, sql], at) => sql(`$${at + 1}`))].join(" and ");
  return { where, values: asked.map(([value]) => value) };
}
