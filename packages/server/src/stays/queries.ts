import type { Mismatch } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Rows of one page at most. */
export const STAYS_PAGE_MAX = 200;

export const stayLists = ["inside", "overstay", "mismatch"] as const;
export type StayListName = (typeof stayLists)[number];

/** One person of a list: a token, to be named from the vault. */
export type ListedStay = {
  readonly person: string;
  readonly visit: string;
  readonly gate: string;
  readonly enteredAtMs: number;
  /** Undefined for an exit without an entry. */
  readonly lastDay: number | undefined;
  readonly document: string;
  readonly nationality: string;
  readonly entry: number;
  readonly mismatch: Mismatch | undefined;
  /** Where the next page begins. */
  readonly cursor: string;
};

export type StayCounts = {
  readonly inside: number;
  readonly overstay: number;
  readonly mismatch: number;
  readonly vehicles: number;
};

/** A page of a list after a cursor, on a legal day: who is inside, whose last day has passed, whose passage lacks its pair. */
export async function listStays(
  queries: Queries,
  list: StayListName,
  day: number,
  after: string | undefined,
  limit: number,
): Promise<readonly ListedStay[]> {
  return list === "mismatch"
    ? await listMismatches(queries, after, limit)
    : await listOpen(queries, list === "overstay" ? day : undefined, after, limit);
}

/** Head counts of the side: people, overdue stays, unpaired passages and vehicles. */
export async function countStays(queries: Queries, day: number): Promise<StayCounts> {
  const { rows } = await queries.query<StayCounts>(
    `select (select count(*)::int from stay) as inside,
       (select count(*)::int from stay where last_day < $1) as overstay,
       (select count(*)::int from mismatch) as mismatch,
       (select count(*)::int from vehicle_stay) as vehicles`,
    [day],
  );
  return rows[0]!;
}

type Row = Omit<ListedStay, "cursor" | "mismatch" | "lastDay"> & { mismatch: Mismatch | null; lastDay: number | null };

/** In the order of the last day, so that the longest overdue come first; the cursor is that day and the token. */
async function listOpen(
  queries: Queries,
  before: number | undefined,
  after: string | undefined,
  limit: number,
): Promise<ListedStay[]> {
  const [day, person] = splitCursor(after);
  const { rows } = await queries.query<Row>(
    `select key as person, visit, gate, entered_at_ms as "enteredAtMs", last_day as "lastDay", document, nationality,
       visit::bigint as entry, null as mismatch
     from stay where ($1::int is null or last_day < $1) and (last_day, key) > ($2, $3)
     order by last_day, key limit $4`,
    [before ?? null, day, person, limit],
  );
  return rows.map((row) => ({ ...row, ...absent(row), cursor: `${row.lastDay}.${row.person}` }));
}

/** Newest first; what the journal does not know of an unpaired exit is left empty. */
async function listMismatches(queries: Queries, after: string | undefined, limit: number): Promise<ListedStay[]> {
  const { rows } = await queries.query<Row>(
    `select m.person, coalesce(s.visit, '') as visit, m.gate, m.at_ms as "enteredAtMs",
       s.last_day as "lastDay", e.body::json->'document'->>'kind' as document,
       e.body::json->'document'->>'nationality' as nationality, m.entry, m.mismatch
     from mismatch m join entry e on e.number = m.entry left join stay s on s.key = m.person
     where m.entry < $1 order by m.entry desc limit $2`,
    [after === undefined ? Number.MAX_SAFE_INTEGER : Number(splitCursor(after)[0]), limit],
  );
  return rows.map((row) => ({ ...row, ...absent(row), cursor: `${row.entry}.` }));
}

function absent({ mismatch, lastDay }: Row): Pick<ListedStay, "mismatch" | "lastDay"> {
  return { mismatch: mismatch ?? undefined, lastDay: lastDay ?? undefined };
}

const BEFORE_ALL = -2_147_483_648;

function splitCursor(after: string | undefined): [number, string] {
  const [day = "", ...rest] = (after ?? "").split(".");
  return after === undefined ? [BEFORE_ALL, ""] : [Number(day), rest.join(".")];
}
