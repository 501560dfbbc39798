import type { DuckDBConnection } from "@duckdb/node-api";
import {
  amountsOf,
  codedOf,
  createFeed,
  type Dimension,
  type Folded,
  fold,
  type LoopPlan,
  periodsOf,
  policyOf,
  type Share,
  twoPolicies,
} from "@twinline/insight";
import type { CheckedRulebook } from "@twinline/rulebook";

const FIRST_DAY = 19_723;
const DAYS = 1_096;
/** The law date set for both policies where they are compared: the reform begins then. */
export const LAW = 20_819;

const RESIDENCES = ["CN", "KZ", "KG", "UZ", "RU", "XX"];
const CATEGORIES = ["tourist", "resident", "trader", "crew"];

export type Policies = { readonly base: CheckedRulebook; readonly reform: CheckedRulebook };

/** The exact fold of a table like `x`, both policies in one pass, by month and residence when `grouped`. */
export async function folded(
  connection: DuckDBConnection,
  { base, reform }: Policies,
  table: string,
  law: number | undefined,
): Promise<Folded> {
  const calendar = periodsOf(FIRST_DAY, FIRST_DAY + DAYS - 1);
  const feed = createFeed();
  const first = calendar[0]!.month;
  const months = calendar.at(-1)!.month - first + 1;
  const residence = feed.column("enum_code(x.residence)::integer");
  const dimensions: Dimension[] = [
    { name: "all", keys: ["all"], index: "0" },
    { name: "month", keys: Array.from({ length: months }, (_, index) => String(index)), index: `month - ${first}` },
    { name: "residence", keys: RESIDENCES, index: residence },
  ];
  const policies = [policyOf(base), policyOf(reform)] as const;
  const plan: LoopPlan = {
    feed,
    facts: new Map([
      ["residence", `${feed.constant(RESIDENCES)}[${residence}]`],
      ["age", feed.column("x.age")],
      ["category", `${feed.constant(CATEGORIES)}[${feed.column("enum_code(x.category)::integer")}]`],
      ["value", feed.column("x.value::integer")],
    ]),
    policies: [policies[0].counters, policies[1].counters],
    law,
    amounts: amountsOf(base, reform),
    coded: codedOf(base, reform),
    burden: "tax",
    dimensions,
  };
  const [count] = (await connection.runAndReadAll(`select count(*)::integer from ${table}`)).getRows()[0]!;
  const rows = ({ index, of }: Share): string => `${table} as x where x.person % ${of} = ${index}`;
  const source = { rows, lines: Number(count), firstDay: FIRST_DAY, calendar };
  return fold(connection, source, plan, [policies[0].decide, policies[1].decide]);
}

/** The same comparison as SQL with a window: winners and losers by month and residence. */
export function compared({ base, reform }: Policies, table: string, stored: readonly string[]): string {
  const source = `(select * replace (${LAW} as law), month(date '1970-01-01' + day) as m, residence as r from ${table})`;
  const both = twoPolicies(base, reform, { text: source, keep: ["m", "r"], stored });
  return `select m, r, count(*), sum("base tax")::bigint, sum("reform tax")::bigint,
      count(*) filter ("reform tax" < "base tax"), count(*) filter ("reform tax" > "base tax"),
      sum("base duty_free")::bigint, sum("reform duty_free")::bigint
    from (${both}) as compared group by m, r`;
}
