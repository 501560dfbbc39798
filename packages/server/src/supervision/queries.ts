import type { Queries } from "../database.ts";

/** Passages that one look at the journal counts at most: more than two of the busiest days ever (42,800 in 2025). */
export const PASSAGES_MAX = 100_000;

/** The journal's own words for the direction: its text is canonical, so this is exact. */
const IS_IN = `position('"direction":"in"' in body) > 0`;

export type LaneCount = {
  readonly gate: string;
  readonly lane: string;
  readonly outcome: string;
  readonly n: number;
};
export type FlowCount = {
  readonly bucket: number;
  readonly isIn: boolean;
  readonly outcome: string;
  readonly n: number;
};
export type ReasonCount = {
  readonly outcome: string;
  readonly reason: string;
  readonly n: number;
  readonly newest: number;
};

export type Counted = {
  readonly passages: number;
  readonly lanes: readonly LaneCount[];
  readonly flow: readonly FlowCount[];
  readonly reasons: readonly ReasonCount[];
};

/**
 * Number of the first entry since an instant, or one beyond the last. What follows is read by number, newest first: a plan
 * that does not know the instant would otherwise begin at the journal's beginning.
 */
export async function firstSince(queries: Queries, since: Temporal.Instant): Promise<number> {
  const { rows } = await queries.query<{ number: number }>(
    "select number from entry where at >= $1 order by at, number limit 1",
    [since],
    "board-first",
  );
  return rows[0]?.number ?? Number.MAX_SAFE_INTEGER;
}

/** Passages from an entry on, counted by lane, by time and by reason in one pass. */
export async function countPassages(
  queries: Queries,
  first: number,
  bucketSeconds: number,
  most: number = PASSAGES_MAX,
): Promise<Counted> {
  type Found = {
    gate: string | null;
    lane: string | null;
    outcome: string;
    reason: string | null;
    bucket: number | null;
    isIn: boolean | null;
    n: number;
    newest: number;
  };
  const { rows } = await queries.query<Found>(
    `with recent as (
       select number, gate, lane, outcome, reason, ${IS_IN} as is_in,
         floor(extract(epoch from at) / $2)::bigint as bucket
       from entry where number >= $1 and kind = 'passage' order by number desc limit $3)
     select gate, lane, outcome, reason, bucket, is_in as "isIn", count(*)::int as n, max(number) as newest
     from recent group by grouping sets ((gate, lane, outcome), (outcome, reason), (outcome, bucket, is_in))`,
    [first, bucketSeconds, most],
    "board-passages",
  );
  const lanes = rows.filter(({ gate }) => gate !== null) as (Found & { gate: string; lane: string })[];
  const reasons = rows.filter(({ reason }) => reason !== null) as (Found & { reason: string })[];
  const flow = rows.filter(({ bucket }) => bucket !== null) as (Found & { bucket: number; isIn: boolean })[];
  return { passages: lanes.reduce((sum, { n }) => sum + n, 0), lanes, reasons, flow };
}

/** Overrides from an entry on by their reason; those that were refused are told by their own code. */
export async function countOverrides(queries: Queries, first: number): Promise<readonly ReasonCount[]> {
  const { rows } = await queries.query<ReasonCount>(
    `with recent as (select number, outcome, reason from entry
       where number >= $1 and kind = 'override' order by number desc limit $2)
     select outcome, reason, count(*)::int as n, max(number) as newest from recent
     group by outcome, reason order by n desc`,
    [first, PASSAGES_MAX],
    "board-overrides",
  );
  return rows;
}

export type LaneSeen = {
  readonly gate: string;
  readonly lane: string;
  readonly at: Temporal.Instant;
  readonly entry: number;
};

/** The newest entry of each lane named, however old; one step of an index each. */
export async function lastSeen(
  queries: Queries,
  lanes: readonly { readonly gate: string; readonly lane: string }[],
): Promise<readonly LaneSeen[]> {
  const { rows } = await queries.query<LaneSeen>(
    `select w.gate, w.lane, e.at, e.number as entry
     from unnest($1::text[], $2::text[]) as w (gate, lane)
     cross join lateral (
       select at, number from entry e where e.gate = w.gate and e.lane = w.lane order by number desc limit 1) as e`,
    [lanes.map(({ gate }) => gate), lanes.map(({ lane }) => lane)],
    "board-last-seen",
  );
  return rows;
}

/** How long a lane needs for one person, as far as the time between two passages of it shows. */
export type LaneGaps = {
  readonly gate: string;
  readonly lane: string;
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
};

/** Shorter than any person takes: entries that a gate brought in after it was cut off, or a door held open. */
export const GAP_SECONDS_MIN = 2;
/** Longer than service: nobody was there. */
export const GAP_SECONDS_MAX = 120;

export async function laneGaps(queries: Queries, first: number): Promise<readonly LaneGaps[]> {
  const { rows } = await queries.query<LaneGaps>(
    `with recent as (
       select gate, lane, extract(epoch from at - lag(at) over (partition by gate, lane order by number)) as gap
       from (select number, gate, lane, at from entry
         where number >= $1 and kind = 'passage' order by number desc limit $2) as passages)
     select gate, lane, count(*)::int as n, avg(gap)::float8 as mean, coalesce(var_samp(gap), 0)::float8 as variance
     from recent where gap between $3 and $4 group by gate, lane`,
    [first, PASSAGES_MAX, GAP_SECONDS_MIN, GAP_SECONDS_MAX],
    "capacity-gaps",
  );
  return rows;
}

export type QueueRow = {
  readonly gate: string;
  readonly line: string;
  /** The lane whose officer counted those before it alone. */
  readonly lane: string | null;
  readonly waiting: number;
  readonly atMs: number;
  readonly beforeWaiting: number | null;
  readonly beforeAtMs: number | null;
  readonly entry: number;
};

export async function queueCounts(queries: Queries): Promise<readonly QueueRow[]> {
  const { rows } = await queries.query<QueueRow>(
    `select gate, line, lane, waiting, at_ms as "atMs", before_waiting as "beforeWaiting", before_at_ms as "beforeAtMs", entry
     from queue_count`,
  );
  return rows;
}

/** The newest case of a kind for each of these people. */
export async function openCaseIds(
  queries: Queries,
  about: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await queries.query<{ person: string; id: string }>(
    `select distinct on (person) person, id from case_file where about = $1 and person = any($2)
     order by person, opened_day desc, key desc`,
    [about, people],
  );
  return new Map(rows.map(({ person, id }) => [person, id]));
}
