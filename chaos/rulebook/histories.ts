import { compileSource } from "../../packages/rulebook/src/compile/source/compile-source.ts";
import { compileSql } from "../../packages/rulebook/src/compile/sql/compile-sql.ts";
import type { CountedEvent } from "../../packages/rulebook/src/counters/contribution.ts";
import { compileCount } from "../../packages/rulebook/src/counters/count.ts";
import { type Random, randomOf } from "../../packages/rulebook/src/testing/random.ts";
import { checkSmall, label } from "../../packages/rulebook/src/testing/small-rulebook.ts";
import type { Runner } from "./engines.ts";

const PERSONS = 12;
const FIRST_DAY = 19_783;
const READ = ["day_sum", "week_sum", "month_count", "year_large", "ever"];

/** A law with a counter of every kind and period that SQL writes as a window; each is an output of its own. */
function law() {
  const counters = [
    "day_sum: {kind: facts, sum: n, per: [person, legal_day]",
    "week_sum: {kind: facts, sum: maybe, per: [person, legal_week]",
    "month_count: {kind: facts, count: all, per: [person, legal_month]",
    "year_large: {kind: facts, count: all, where: n > few, per: [person, legal_year]",
    "ever: {kind: facts, count: all, per: [person]",
    "used: {kind: clamped, sum: free, per: [person, legal_day]",
  ].map((counter) => `  ${counter}, range: 0..100000, source: N/1}`);
  const rules = READ.map((name) => `  told_${name}: {type: integer, is: ${name}, source: N/1}`);
  const { rulebook, errors } = checkSmall({
    facts: `  n: {type: integer, range: 0..10, ${label}}\n  maybe: {type: integer, range: 0..9, optional: true, ${label}}`,
    parameters:
      "  limit: {type: integer, values: [{from: 2024-01-01, is: 14, source: N/1}]}\n  few: {type: integer, values: [{from: 2024-01-01, is: 5, source: N/1}]}",
    counters: counters.join("\n"),
    rules: [...rules, '  free: {type: integer, is: "min(n, max(0, limit - used))", source: N/1}'].join("\n"),
    outputs: [...READ.map((name) => `told_${name}`), "free"].join(", "),
  });
  if (errors.length > 0) throw new Error(errors.map(({ sentence }) => sentence).join("\n"));
  return rulebook;
}

type Event = { readonly person: number; readonly legal: number; readonly n: number; readonly maybe?: number };

/** Events of a few persons in order; days repeat, and now and then a month or a year is jumped. */
function eventsOf(random: Random, count: number): Event[] {
  let legal = FIRST_DAY;
  return Array.from({ length: count }, () => {
    legal += random.pick([0, 0, 0, 0, 1, 1, 2, random.chance(0.1) ? 29 : 0]);
    const maybe = random.chance(0.5) ? { maybe: random.below(10) } : {};
    return { person: random.below(PERSONS), legal, n: random.below(11), ...maybe };
  });
}

export type Histories = { readonly events: number; readonly differences: readonly string[] };

/** Counters folded in JavaScript over each person's history against the windows of SQL, event by event. */
export async function compareHistories(
  run: Runner,
  dialect: "duckdb" | "postgres",
  seed: number,
  count: number,
): Promise<Histories> {
  const rulebook = law();
  const decide = compileSource(rulebook);
  const counts = compileCount(rulebook);
  const events = eventsOf(randomOf(seed), count);
  const earlier = new Map<number, CountedEvent[]>();
  const folded = events.map(({ person, legal, ...facts }) => {
    const history = earlier.get(person) ?? [];
    const days = { law: legal, legal };
    const decision = decide(facts, counts(history, legal), days);
    if (decision.kind !== "decided") return decision.reason;
    earlier.set(person, [...history, { facts, days, trace: decision.trace }]);
    return rulebook.outputs.map((name) => `${name} = ${decision.outputs[name]}`).join(", ");
  });
  const windows = rulebook.counters.map(({ name }) => name);
  const { text } = compileSql(rulebook, dialect, { source: "history", keep: ["seq"], windows });
  const rows = await run([
    "DROP TABLE IF EXISTS history",
    'CREATE TEMPORARY TABLE history ("seq" INTEGER, "law" INTEGER, "legal" INTEGER, "person" INTEGER, "n" BIGINT, "maybe" BIGINT)',
    `INSERT INTO history VALUES ${events.map((event, seq) => `(${seq},${event.legal},${event.legal},${event.person},${event.n},${event.maybe ?? "NULL"})`).join(",")}`,
    `${text} ORDER BY "seq"`,
  ]);
  const differences = rows.flatMap((row, seq) => {
    const told = row.refusal === "" ? rulebook.outputs.map((name) => `${name} = ${row[name]}`).join(", ") : row.refusal;
    return told === folded[seq] ? [] : [`event ${seq}: ${dialect} tells ${told}, the fold ${folded[seq]}`];
  });
  return { events: events.length, differences };
}
