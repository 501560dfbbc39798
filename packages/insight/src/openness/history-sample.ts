import type { DuckDBConnection } from "@duckdb/node-api";
import { type CheckedRulebook, type Facts, isNumeric } from "@twinline/rulebook";
import { factsOf, type Known, type Stay } from "@twinline/zone";
import { openHistory, sqlText } from "../history/duckdb.ts";
import { RECORDED } from "../history/recorded.ts";
import type { GoodsFacts } from "../replay/facts.ts";
import type { TrafficRow } from "../traffic/columns.ts";
import { OpennessError } from "./error.ts";
import type { TwinEvent } from "./history-counters.ts";

/** What is taken from a history: whole travellers, in an order fixed by their number, until `events` are reached. */
export type SamplePlan = { readonly file: string; readonly events: number; readonly goods: GoodsFacts };

const directions: { readonly [decides: string]: "in" | "out" } = { arrival: "in", departure: "out" };

/**
 * Travellers of a history file with all their passages of the kind that the rulebook decides. Facts are those the gate
 * recorded or, for generated traffic, what the gate's own providers give; guardians and watch lists are not in histories.
 *
 * @throws OpennessError "openness/history" when the rulebook decides no passages or the file lacks what is needed
 */
export async function historySample(rulebook: CheckedRulebook, plan: SamplePlan): Promise<readonly TwinEvent[]> {
  const decided = directions[rulebook.decides];
  if (decided === undefined)
    throw fault(
      "decides",
      `"${rulebook.name}" decides ${rulebook.decides}, and histories hold arrivals and departures`,
    );
  await using history = await openHistory();
  const { connection } = history;
  await connection.run(`create view history as select * from read_parquet(${sqlText(plan.file)})`);
  const columns = new Set(
    (await rows<{ column_name: string }>(connection, "describe history")).map((r) => r.column_name),
  );
  const recorded = [...columns].some((column) => column.startsWith(RECORDED));
  if (!recorded && !columns.has("visit")) throw fault("visit", 'the history has no column "visit"');
  // A recorded history holds the lines of one rulebook alone, all written as leaving.
  const direction = recorded ? "out" : decided;
  const found = await rows<TrafficRow & { enteredGate: string | null; enteredDay: number | null }>(
    connection,
    sampleQuery(direction, plan.events, recorded),
  );
  return found.map((row) => ({
    person: row.person,
    visit: row.visit ?? row.passage,
    passage: row.passage,
    line: row.line,
    days: { law: row.day, legal: row.day },
    facts: recorded ? recordedFacts(rulebook, row) : generatedFacts(rulebook, row, plan.goods),
  }));
}

function fault(subject: string, why: string): OpennessError {
  return new OpennessError("openness/history", subject, `Cannot take a sample: ${why}`);
}

/** Whole travellers, so that their counters are complete; md5 of the number spreads them without favouring regulars. */
function sampleQuery(direction: "in" | "out", events: number, recorded: boolean): string {
  const entries = recorded
    ? ""
    : ` left join (select visit, arg_min(gate, passage) as gate, min(day) as day from history where direction = 'in'
      group by visit) as e on e.visit = x.visit`;
  const entered = recorded ? "" : ", e.gate as enteredGate, e.day as enteredDay";
  return `with people as (select person, count(*) as own from history where direction = '${direction}' group by person),
    chosen as (select person from (select person, sum(own) over (order by md5(person::varchar), person) as so_far
      from people) where so_far <= ${Math.trunc(events)})
    select x.*${entered} from history as x semi join chosen on chosen.person = x.person${entries}
    where x.direction = '${direction}' order by x.person, x.day, x.passage, x.line`;
}

async function rows<Row>(connection: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as readonly Row[];
}

function recordedFacts(rulebook: CheckedRulebook, row: TrafficRow): Facts {
  const given: Record<string, string | number | boolean> = {};
  for (const { name, type } of rulebook.facts) {
    const value = (row as unknown as Record<string, unknown>)[`${RECORDED}${name}`];
    if (value === null || value === undefined) continue;
    given[name] = isNumeric(type) ? Number(value) : (value as string | boolean);
  }
  return given;
}

function generatedFacts(
  rulebook: CheckedRulebook,
  row: TrafficRow & { readonly enteredGate?: string | null; readonly enteredDay?: number | null },
  goods: GoodsFacts,
): Facts {
  const { gate, day, direction, nationality, document, born, expires, vehicle } = row;
  const stay: Stay | undefined =
    direction === "out" && row.enteredGate && typeof row.enteredDay === "number"
      ? {
          visit: String(row.visit),
          gate: row.enteredGate,
          enteredDay: row.enteredDay,
          lastDay: row.enteredDay,
          enteredAtMs: 0,
          document,
          nationality,
        }
      : undefined;
  const facts = { kind: document, nationality, bornDay: born, lastValidDay: expires };
  const known: Known = {
    direction: direction === "in" ? "in" : "out",
    gate,
    day,
    traveller: { person: String(row.person), document: facts, watch: "none" },
    guardian: false,
    vehicle,
    stay,
    goods:
      row.line === 0
        ? undefined
        : {
            hs: row.hs,
            category: row.category,
            quantity: row.quantity,
            massGrams: row.mass_grams,
            valueMinor: row.value_fen,
            indivisible: row.indivisible,
            facts: goods[row.category] ?? {},
          },
  };
  return factsOf(rulebook, known);
}
