import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { compileSql } from "@twinline/rulebook";
import type { Report } from "../tools/campaign/report.ts";
import { loadAllowance } from "./allowance/law.ts";

const ROWS = 10_000_000;
const THREADS = "2";
const ROUNDS = 5;
/** Of the time of SQL written by hand for the same engine. */
const RATIO_MAX = 1.15;

/** Passages in time order, about three a person and day; from the appendix of the language's reference. */
const HISTORY = `create table history as with
 a as (select i, hash(i) % ${Math.round(ROWS * 0.3)} as visit from range(${ROWS}) r(i)),
 b as (select i, (hash(visit*7+1) % ${Math.round(ROWS * 0.04)})::INTEGER as person, (hash(visit*7+2) % 1096)::INTEGER as dn, (hash(i*11+3) % 86400)::INTEGER as sec from a),
 d as (select *, (hash(person*13+1) % 1000)/1000.0 as h, (hash(person*13+2) % 1000)/1000.0 as h2 from b)
select (row_number() over (order by dn, sec, i))::INTEGER as seq, person, (19723 + dn)::INTEGER as law, (19723 + dn)::INTEGER as legal,
 (case when h<.45 then 'CN' when h<.8 then 'KZ' when h<.87 then 'KG' when h<.94 then 'UZ' when h<.99 then 'RU' else 'XX' end)::ENUM('CN','KZ','KG','UZ','RU','XX') as residence,
 (hash(person*13+3) % 85)::INTEGER as age,
 (case when h2<.6 then 'tourist' when h2<.8 then 'resident' when h2<.95 then 'trader' else 'crew' end)::ENUM('tourist','resident','trader','crew') as category,
 (hash(i*11+5) % 600000)::BIGINT as value
from d order by seq`;

const byHand = `select *, case when duty <= 5000 then 0 else duty end as tax from (
 select *, ((taxable * case when law < 20270 then 13 else 15 end + 50) // 100) as duty from (
 select *, case when reason = 'ok' then value - duty_free else 0 end as taxable from (
 select *, case when reason = 'ok' then least(value, greatest(0, allowed - bought)) else 0 end as duty_free from (
 select *, coalesce(sum(value) over (partition by person, legal order by seq rows between unbounded preceding and 1 preceding), 0)::BIGINT as bought,
  case when age < 14 then 'minor' when residence = 'XX' then 'no_regime'
   when category = 'trader' and law >= 20240 and residence <> 'CN' and residence <> 'KZ' then 'trader_permit' else 'ok' end as reason,
  case category when 'crew' then 100000 when 'trader' then norm // 2 else norm end as allowed from (
 select *, case when law < 20089 then case residence when 'CN' then 800000 when 'KZ' then 500000 else 300000 end
  else case residence when 'CN' then 1000000 when 'KZ' then 800000 else 500000 end end as norm from history)))))`;

const sums = "select count(*) filter (reason = 'ok'), sum(duty_free)::BIGINT, sum(taxable)::BIGINT, sum(tax)::BIGINT";

/** SQL generated from the rulebook against SQL written by hand, with the day's sum as a window, on DuckDB. */
export async function run(report: Report): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: THREADS });
  const connection = await instance.connect();
  await connection.run(HISTORY);
  const generated = compileSql(loadAllowance(), "duckdb", { source: "history", windows: ["bought"], trusted: true });
  const queries = [byHand, generated.text].map((text) => `${sums} from (${text}) as decided`);
  const [hand, compiled] = await Promise.all(queries.map((query) => sumsOf(connection, query)));
  report.verdict("sql.sums", hand === compiled, `${compiled}, by hand ${hand}`);
  const [handTime, compiledTime] = await measure(connection, queries);
  report.figure("sql.hand-written", ROWS / handTime! / 1000, "M rows per CPU second");
  report.figure("sql.generated", ROWS / compiledTime! / 1000, "M rows per CPU second");
  const ratio = compiledTime! / handTime!;
  report.figure("sql.ratio", ratio, "ratio");
  report.verdict(
    "sql",
    ratio <= RATIO_MAX,
    `${ratio.toFixed(2)} of the time of hand-written SQL, at most ${RATIO_MAX}`,
  );
  connection.closeSync();
  instance.closeSync();
}

async function sumsOf(connection: DuckDBConnection, query: string): Promise<string> {
  const [row] = (await connection.runAndReadAll(query)).getRows();
  return row!.map(String).join("|");
}

/** The shortest run of each in milliseconds of processor time, turn by turn. */
async function measure(connection: DuckDBConnection, queries: readonly string[]): Promise<number[]> {
  const best = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, query] of queries.entries()) {
      const start = process.cpuUsage();
      await connection.runAndReadAll(query);
      const { user, system } = process.cpuUsage(start);
      best[index] = Math.min(best[index]!, (user + system) / 1000);
    }
  }
  return best;
}
