import { compileClosures } from "../compile/closures/compile-closures.ts";
import { compileSql } from "../compile/sql/compile-sql.ts";
import type { CountedEvent } from "../counters/contribution.ts";
import { compileCount } from "../counters/count.ts";
import type { Random } from "./random.ts";
import { checkSmall, label } from "./small-rulebook.ts";
import type { Engine } from "./sql-agreement.ts";

const WINDOWS = ["spent", "visits", "used", "recent", "fortnight"];

/** A counter of each kind that has a window: by month, by week, in closed form, and rolling ones of a sum and a count. */
export const counted = checkSmall({
  facts: `  n: {type: money CNY, range: 0..100, ${label}}\n  ok: {type: boolean, ${label}}`,
  parameters: "  limit: {type: money CNY, values: [{from: 2024-01-01, is: 120, source: N/1}]}",
  counters: `  spent: {kind: facts, sum: n, per: [person, legal_month], where: ok, range: 0..1000000, source: N/1}
  visits: {kind: facts, count: all, per: [person, legal_week], range: 0..1000, source: N/1}
  used: {kind: clamped, sum: free, per: [person, legal_day], range: 0..1000000, source: N/1}
  recent: {kind: facts, sum: n, per: [person], where: ok, within: 5 days, range: 0..1000000, source: N/1}
  fortnight: {kind: facts, count: all, per: [person], within: 14 days, range: 0..1000, source: N/1}
  fed: {kind: feedback, sum: whole, per: [person], range: 0..1000000, source: N/1}`,
  rules: `  free: {type: money CNY, is: "if ok then min(n, max(0, limit - used)) else 0", source: N/1}
  whole: {type: money CNY, is: if fed + n <= limit then n else 0, source: N/1}
  seen: {type: integer, is: visits, source: N/1}
  before: {type: money CNY, is: spent, source: N/1}
  lately: {type: money CNY, is: recent, source: N/1}
  passed: {type: integer, is: fortnight, source: N/1}`,
  outputs: "free, whole, seen, before, lately, passed",
}).rulebook;

/**
 * Decides `count` rows with their counters as windows in the engine, and event by event by the closures; gives a sentence for
 * every row that differs. With `late` some rows have an earlier legal day than one before them: a rolling counter may then
 * say that it is not available, and nothing else.
 */
export async function findWindowDifferences(
  engine: Engine,
  random: Random,
  { count, late = 0, trusted = false }: { count: number; late?: number; trusted?: boolean },
): Promise<string[]> {
  const { rows, expected } = decidedRows(random, count, late);
  await engine.run("drop table if exists history");
  await engine.run(
    "create table history (seq INTEGER, person INTEGER, law INTEGER, legal INTEGER, n BIGINT, ok BOOLEAN, fed BIGINT)",
  );
  await engine.run(`insert into history values ${rows.join(", ")}`);
  const query = compileSql(counted, engine.dialect, { source: "history", keep: ["seq"], windows: WINDOWS, trusted });
  const decided = await engine.rows(`${query.text} order by seq`);
  if (decided.length !== count) return [`${decided.length} rows for ${count}`];
  return decided.flatMap((row, seq) => {
    if (late > 0 && /^counter-unavailable:(recent|fortnight)$/.test(String(row.refusal))) return [];
    const told = JSON.stringify([String(row.refusal), ...counted.outputs.map((name) => Number(row[name]))]);
    return told === expected[seq] ? [] : [`row ${seq}: ${told} for ${expected[seq]}`];
  });
}

function decidedRows(random: Random, rows: number, late: number): { rows: string[]; expected: string[] } {
  const decide = compileClosures(counted);
  const count = compileCount(counted);
  const past = new Map<number, CountedEvent[]>();
  const made: { row: string; told: string }[] = Array.from({ length: rows }, (_, seq) => {
    const person = random.below(8);
    const legal = 20_000 + Math.floor(seq / 6) - (random.chance(late) ? 1 + random.below(20) : 0);
    const events = past.get(person) ?? [];
    const facts = { n: random.below(10_001), ok: random.chance(0.8) };
    const counters = count(events, legal);
    const decision = decide(facts, counters, { law: legal, legal });
    if (decision.kind !== "decided") throw new Error(`Cannot decide row ${seq}: ${decision.reason} ${decision.name}`);
    past.set(person, [...events, { facts, days: { law: legal, legal }, trace: decision.trace }]);
    const row = `(${[seq, person, legal, legal, facts.n, facts.ok, Number(counters.fed)].join(", ")})`;
    return { row, told: JSON.stringify(["", ...counted.outputs.map((name) => Number(decision.outputs[name]))]) };
  });
  return { rows: made.map(({ row }) => row), expected: made.map(({ told }) => told) };
}
