import type { CheckedRulebook } from "@twinline/rulebook";
import { compileSql } from "@twinline/rulebook";

/** Rows, admitted, duty-free, taxable and tax: what every way of deciding must agree on. */
export const TOTALS =
  "count(*), count(*) filter (reason = 'ok'), sum(duty_free)::bigint, sum(taxable)::bigint, sum(tax)::bigint";

export const WINDOW =
  "coalesce(sum(value) over (partition by person, legal order by seq rows between unbounded preceding and 1 preceding), 0)::bigint";

/** The rules of bench/allowance as a data engineer would write them once, over a relation that has `bought`. */
export function handWritten(source: string): string {
  return `select ${TOTALS} from (
    select *, (case when (taxable * rate + 50) // 100 <= 5000 then 0 else (taxable * rate + 50) // 100 end) as tax from (
      select *, case when reason = 'ok' then value - duty_free else 0 end as taxable from (
        select *, case when reason = 'ok' then least(value, greatest(0, allowed - bought)) else 0 end as duty_free from (
          select value, bought, case when law < 20270 then 13 else 15 end as rate,
            case when age < 14 then 'minor' when residence = 'XX' then 'no_regime'
              when law >= 20240 and category = 'trader' and residence not in ('CN', 'KZ') then 'trader_permit'
              else 'ok' end as reason,
            case when category = 'crew' then 100000
              else (case when law < 20089 then case residence when 'CN' then 800000 when 'KZ' then 500000 else 300000 end
                else case residence when 'CN' then 1000000 when 'KZ' then 800000 else 500000 end end)
                // (case when category = 'trader' then 2 else 1 end) end as allowed
          from ${source})))) as decided`;
}

/** The same, generated from the rulebook; `windows` are computed, else `bought` is a column of the source. */
export function generated(rulebook: CheckedRulebook, source: string, windows: readonly string[]): string {
  const { text } = compileSql(rulebook, "duckdb", { source, windows, trusted: true });
  return `select ${TOTALS} from (${text}) as decided`;
}
