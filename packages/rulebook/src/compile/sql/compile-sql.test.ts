import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import type { CountedEvent } from "../../counters/contribution.ts";
import { compileCount } from "../../counters/count.ts";
import { roundingModes } from "../../ir/rounding.ts";
import { load } from "../../load.ts";
import { exampleName, readExampleFiles } from "../../testing/example-files.ts";
import { generateRulebook } from "../../testing/generated-rulebook.ts";
import { randomOf } from "../../testing/random.ts";
import { checkSmall, label } from "../../testing/small-rulebook.ts";
import { type Engine, findSqlDifferences } from "../../testing/sql-agreement.ts";
import { compileSource } from "../source/compile-source.ts";
import { compileSql } from "./compile-sql.ts";
import { SqlCounterError } from "./counter.ts";

let connection: DuckDBConnection;
before(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
after(() => connection.closeSync());

const engine: Engine = {
  dialect: "duckdb",
  run: (text) => connection.run(text),
  rows: async (text) => (await connection.runAndReadAll(text)).getRowObjects(),
};

test("DuckDB decides the example as JavaScript does, refusals and rows included", async () => {
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  assert.deepEqual(await findSqlDifferences(loaded.rulebook, engine, randomOf(1), 1000), []);
});

test("DuckDB decides generated rulebooks as JavaScript does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = randomOf(seed);
      assert.deepEqual(await findSqlDifferences(generateRulebook(random), engine, random, 60), []);
    }),
    { numRuns: 12 },
  );
});

test("DuckDB rounds as JavaScript does in every mode, for both signs, by even and odd divisors", async () => {
  const rules = roundingModes.flatMap((mode) => {
    const name = mode === "floor" || mode === "ceiling" ? mode : `round_${mode}`;
    const rule = (of: string, by: string) =>
      `  ${mode}_${of}: {type: money CNY, source: N/1, is: "${name}(owed ${by})"}`;
    return [rule("even", "* half"), rule("oddly", "* part"), rule("step", "* part, step")];
  });
  const { rulebook, errors } = checkSmall({
    facts: `  owed: {type: money CNY, range: -10..10, ${label}}`,
    parameters: `  half: {type: rate, values: [{from: 2024-01-01, is: 50%, source: N/1}]}
  part: {type: rate, values: [{from: 2024-01-01, is: 2/37, source: N/1}]}
  step: {type: money CNY, values: [{from: 2024-01-01, is: 0.05, source: N/1}]}`,
    rules: rules.join("\n"),
    outputs: roundingModes.flatMap((mode) => [`${mode}_even`, `${mode}_oddly`, `${mode}_step`]).join(", "),
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(await findSqlDifferences(rulebook, engine, randomOf(3), 2000), []);
});

const counted = checkSmall({
  facts: `  n: {type: money CNY, range: 0..100, ${label}}\n  ok: {type: boolean, ${label}}`,
  parameters: "  limit: {type: money CNY, values: [{from: 2024-01-01, is: 120, source: N/1}]}",
  counters: `  spent: {kind: facts, sum: n, per: [person, legal_month], where: ok, range: 0..1000000, source: N/1}
  visits: {kind: facts, count: all, per: [person, legal_week], range: 0..1000, source: N/1}
  used: {kind: clamped, sum: free, per: [person, legal_day], range: 0..1000000, source: N/1}
  fed: {kind: feedback, sum: whole, per: [person], range: 0..1000000, source: N/1}`,
  rules: `  free: {type: money CNY, is: "if ok then min(n, max(0, limit - used)) else 0", source: N/1}
  whole: {type: money CNY, is: if fed + n <= limit then n else 0, source: N/1}
  seen: {type: integer, is: visits, source: N/1}
  before: {type: money CNY, is: spent, source: N/1}`,
  outputs: "free, whole, seen, before",
}).rulebook;

test("counters as windows and in closed form give what counting event by event gives", async () => {
  const random = randomOf(7);
  const decide = compileSource(counted);
  const count = compileCount(counted);
  const past = new Map<number, CountedEvent[]>();
  const rows: string[] = [];
  const expected: unknown[] = [];
  for (let seq = 0; seq < 300; seq++) {
    const person = random.below(8);
    const legal = 20_000 + Math.floor(seq / 6);
    const events = past.get(person) ?? [];
    const facts = { n: random.below(10_001), ok: random.chance(0.8) };
    const counters = count(events, legal);
    const decision = decide(facts, counters, { law: legal, legal });
    assert.ok(decision.kind === "decided");
    past.set(person, [...events, { facts, days: { law: legal, legal }, trace: decision.trace }]);
    rows.push(`(${[seq, person, legal, legal, facts.n, facts.ok, Number(counters.fed)].join(", ")})`);
    expected.push({ seq, ...decision.outputs, refusal: "" });
  }
  await engine.run(
    "create or replace table history (seq INTEGER, person INTEGER, law INTEGER, legal INTEGER, n BIGINT, ok BOOLEAN, fed BIGINT)",
  );
  await engine.run(`insert into history values ${rows.join(", ")}`);
  for (const trusted of [false, true]) {
    const query = compileSql(counted, "duckdb", {
      source: "history",
      keep: ["seq"],
      windows: ["spent", "visits", "used"],
      trusted,
    });
    const decided = await engine.rows(`${query.text} order by seq`);
    const plain = decided.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
      ),
    );
    assert.deepEqual(plain, expected);
  }
});

test("a counter that feeds on its own outcome has no window", () => {
  assert.throws(() => compileSql(counted, "duckdb", { source: "history", windows: ["fed"] }), SqlCounterError);
});

test("texts of the law are constants in every dialect, whatever they hold", async () => {
  const text = "it's \\'; drop table history; --";
  const { rulebook, errors } = checkSmall({
    facts: `  name: {type: text, ${label}}`,
    rules: `  result:\n    type: boolean\n    source: N/1\n    is: |\n      name = ${JSON.stringify(text)}`,
  });
  assert.deepEqual(errors, []);
  const query = compileSql(rulebook, "duckdb", {
    source: `(select 19723 as law, 19723 as legal, $$${text}$$ as name)`,
  });
  assert.deepEqual(await engine.rows(query.text), [{ refusal: "", result: true }]);
  assert.match(compileSql(rulebook, "clickhouse", { source: "t" }).text, /'it\\'s \\\\\\'; drop table history; --'/);
});

test("no dialect is given a decimal, a double, an interval, round, a remainder or an untyped NULL", () => {
  for (let seed = 0; seed < 30; seed++) {
    const rulebook = generateRulebook(randomOf(seed));
    for (const dialect of ["duckdb", "postgres", "clickhouse"] as const) {
      const text = compileSql(rulebook, dialect, { source: "history" }).text.replaceAll(/'[^']*'/g, "''");
      assert.doesNotMatch(text, /\d\.\d|double|decimal|float|interval|round\(|%|THEN NULL|ELSE NULL/i);
    }
  }
});
