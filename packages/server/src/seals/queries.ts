import { type SealRun, sealDevice, type VoidCode } from "@twinline/zone";
import type { Queries } from "../database.ts";

export type StoredRun = SealRun & { readonly entry: number; readonly at: Temporal.Instant; readonly officer: string };

/** What is known of one number of a series. */
type Marked = { readonly series: string; readonly number: number };

/** Print runs, newest first, with the badge of who printed them. */
export async function listRuns(db: Queries, limit: number): Promise<readonly StoredRun[]> {
  const { rows } = await db.query<StoredRun>(
    `select r.series, r.count, r.gate, r.lane, r.entry, e.at, coalesce(o.number, '') as officer
     from seal_run r join entry e on e.number = r.entry
     left join officer o on o.key = e.body::json -> 'by' ->> 'officer' order by r.entry desc limit $1`,
    [limit],
    "seal-runs",
  );
  return rows;
}

/** Numbers of these series under which somebody passed. */
export async function usedSeals(db: Queries, series: readonly string[]): Promise<readonly Marked[]> {
  const { rows } = await db.query<Marked>(
    `select substr(device, length($2) + 1) as series, sequence as number from capture
     where device = any($1) order by sequence`,
    [series.map(sealDevice), sealDevice("")],
    "used-seals",
  );
  return rows;
}

/** Numbers of these series that are void, with why. */
export async function voidSeals(
  db: Queries,
  series: readonly string[],
): Promise<readonly (Marked & { readonly code: VoidCode })[]> {
  const { rows } = await db.query<Marked & { code: VoidCode }>(
    "select series, number, code from seal_void where series = any($1) order by number",
    [series],
    "void-seals",
  );
  return rows;
}
