import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { openHistory, sqlText } from "@twinline/insight";

const CACHE = path.join(import.meta.dirname, "../../.cache");
const ROWS_A_DAY_OF_A_PERSON = 3.33;
const ROWS_A_PERSON = 25;

/** The seeded passages of rulebook.md's appendix, 2024 to 2026, in order of time; made once and kept in .cache. */
export async function passagesFile(rows: number, say: (text: string) => void): Promise<string> {
  const file = path.join(CACHE, `bench-passages-${rows}.parquet`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  say(`generating ${rows} rows once into .cache`);
  await using history = await openHistory();
  const made = `${file}.part`;
  rmSync(made, { force: true });
  await history.connection.run(`copy (${passagesSql(rows)}) to ${sqlText(made)} (format parquet, compression zstd)`);
  renameSync(made, file);
  return file;
}

function passagesSql(rows: number): string {
  const visits = Math.max(1, Math.round(rows / ROWS_A_DAY_OF_A_PERSON));
  const persons = Math.max(1, Math.round(rows / ROWS_A_PERSON));
  return `with
    a as (select i, hash(i) % ${visits} as visit from range(${rows}) r(i)),
    b as (select i, (hash(visit * 7 + 1) % ${persons})::integer as person, (hash(visit * 7 + 2) % 1096)::integer as dn,
      (hash(i * 11 + 3) % 86400)::integer as sec from a),
    d as (select *, (hash(person * 13 + 1) % 1000) / 1000.0 as h, (hash(person * 13 + 2) % 1000) / 1000.0 as h2 from b)
    select (row_number() over (order by dn, sec, i))::integer as id, person, 19723 + dn as day,
      case when h < .45 then 'CN' when h < .8 then 'KZ' when h < .87 then 'KG' when h < .94 then 'UZ' when h < .99 then 'RU'
        else 'XX' end as residence,
      (hash(person * 13 + 3) % 85)::integer as age,
      case when h2 < .6 then 'tourist' when h2 < .8 then 'resident' when h2 < .95 then 'trader' else 'crew' end as category,
      (hash(i * 11 + 5) % 600000)::integer as value
    from d order by id`;
}

/** Columns of the table `x`. */
export const COLUMNS = [
  "seq",
  "passage",
  "line",
  "person",
  "day",
  "law",
  "legal",
  "residence",
  "age",
  "category",
  "value",
] as const;

/** Loads the passages as the table `x`: codes as ENUMs, days since 1970-01-01, amounts as 64-bit integers. */
export function loadSql(file: string): readonly string[] {
  return [
    "create type residence as enum ('CN', 'KZ', 'KG', 'UZ', 'RU', 'XX')",
    "create type category as enum ('tourist', 'resident', 'trader', 'crew')",
    `create table x as select id as seq, id as passage, 0 as line, person, day, day as law, day as legal,
      residence::residence as residence, age, category::category as category, value::bigint as value
      from read_parquet(${sqlText(file)}) order by id`,
  ];
}

/** A database file of this run, removed after it: tables in memory would take the room that the sorts need. */
export function scratchDatabase(): Disposable & { readonly statements: readonly string[] } {
  const file = path.join(CACHE, `bench-replay-${process.pid}.duckdb`);
  mkdirSync(CACHE, { recursive: true });
  return {
    statements: [`attach ${sqlText(file)} as scratch`, "use scratch"],
    [Symbol.dispose]: () => {
      for (const each of [file, `${file}.wal`]) rmSync(each, { force: true });
    },
  };
}
