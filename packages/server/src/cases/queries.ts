import { type Case, type CaseSubject, caseOf } from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { StoredRow } from "../entries/queries.ts";

const COLUMNS = `id, about, person, state, opened_day as "openedDay", until_day as "untilDay", appeal_days as "appealDays",
  evidence, steps, score, finding, code, found_by as "foundBy", second, found_day as "foundDay", decision`;

type CaseColumns = { readonly [column: string]: string | number | null };

/** Cases, newest first. */
export async function listCases(
  queries: Queries,
  about: CaseSubject | undefined,
  limit: number,
): Promise<readonly Case[]> {
  const { rows } = await queries.query<CaseColumns>(
    `select ${COLUMNS} from case_file where $1::text is null or about = $1 order by opened_day desc, key desc limit $2`,
    [about ?? null, limit],
  );
  return rows.map(readCase);
}

export async function findCaseRow(queries: Queries, id: string): Promise<Case | undefined> {
  const { rows } = await queries.query<CaseColumns>(`select ${COLUMNS} from case_file where key = $1`, [id]);
  return rows[0] === undefined ? undefined : readCase(rows[0]);
}

function readCase(row: CaseColumns): Case {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return caseOf(Object.fromEntries(present) as Readonly<Record<string, string | number>>);
}

/** Entries by their numbers, oldest first; a number that the journal does not have is left out. */
export async function entriesOf(queries: Queries, numbers: readonly number[]): Promise<readonly StoredRow[]> {
  const { rows } = await queries.query<StoredRow>(
    `select number, at, kind, gate, lane, outcome, reason, encode(hash, 'hex') as hash
     from entry where number = any($1) order by number`,
    [numbers],
  );
  return rows;
}

/** Something that a case might be opened on, as state shows it. */
export type Matter = {
  readonly about: "overstay" | "missing_pair";
  readonly root: number;
  readonly person: string;
  readonly nationality: string;
  readonly gate: string;
  readonly sinceMs: number;
  readonly lastDay: number | null;
  /** Of a stay that has ended: the day on which the traveller was stopped on the way out. */
  readonly untilDay: number | null;
  readonly mismatch: string | null;
  readonly case: string | null;
};

/** Late exits that a list looks back at. */
const LATE_EXITS_MAX = 500;
const OPEN_OVERSTAYS = `select s.visit, s.key as person, s.nationality, s.gate, s.entered_at_ms as since, s.last_day, null::int as until_day
  from stay s where s.last_day < $1`;
// NOTE: the condition on entries is that of the index entry_late_exit, word for word.
const ENDED_OVERSTAYS = `select distinct on (b #>> '{before,visit}') b #>> '{before,visit}' as visit, b ->> 'person' as person,
    b #>> '{before,nationality}' as nationality, b #>> '{before,gate}' as gate,
    (b #>> '{before,enteredAtMs}')::bigint as since, (b #>> '{before,lastDay}')::int as last_day,
    (b #>> '{decisions,0,legal}')::int as until_day
  from (select number, body::jsonb as b from entry
    where kind = 'passage' and outcome = 'refer'
      and (body::json #>> '{before,lastDay}')::int < (body::json #>> '{decisions,0,legal}')::int
    order by number desc limit ${LATE_EXITS_MAX}) as late
  where not exists (select from stay where stay.visit = b #>> '{before,visit}')
  order by b #>> '{before,visit}', number desc`;
const OVERSTAYS = `select 'overstay' as about, o.visit::bigint as root, o.person, o.nationality, o.gate, o.since as "sinceMs",
    o.last_day as "lastDay", o.until_day as "untilDay", null as mismatch, c.id as case
  from ((${OPEN_OVERSTAYS}) union all (${ENDED_OVERSTAYS})) as o left join case_file c on c.key = 'overstay-' || o.visit`;
const MISSING_PAIRS = `select 'missing_pair' as about, m.entry as root, m.person, coalesce(s.nationality, '') as nationality,
    m.gate, m.at_ms as "sinceMs", null::int as "lastDay", null::int as "untilDay", m.mismatch, c.id as case
  from mismatch m left join stay s on s.key = m.person left join case_file c on c.key = 'missing_pair-' || m.entry
  where $1::int is not null`;

/** Stays past their last day, those that go on first, the longest overdue before others; passages without their pair, newest first. */
export async function listMatters(
  queries: Queries,
  about: Matter["about"],
  day: number,
  limit: number,
): Promise<readonly Matter[]> {
  const text =
    about === "overstay"
      ? `${OVERSTAYS} order by o.until_day desc nulls first, o.last_day, o.person limit $2`
      : `${MISSING_PAIRS} order by m.entry desc limit $2`;
  const { rows } = await queries.query<Matter>(text, [day, limit]);
  return rows;
}

/** One of them by the entry it grew from. */
export async function findMatter(
  queries: Queries,
  about: Matter["about"],
  day: number,
  root: number,
): Promise<Matter | undefined> {
  const text = about === "overstay" ? `${OVERSTAYS} where o.visit = $2::text` : `${MISSING_PAIRS} and m.entry = $2`;
  const { rows } = await queries.query<Matter>(text, [day, about === "overstay" ? String(root) : root]);
  return rows[0];
}
