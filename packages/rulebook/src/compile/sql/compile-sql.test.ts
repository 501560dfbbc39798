import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { roundingModes } from "../../ir/rounding.ts";
import { load } from "../../load.ts";
import { exampleName, readExampleFiles } from "../../testing/example-files.ts";
import { generateRulebook } from "../../testing/generated-rulebook.ts";
import { randomOf } from "../../testing/random.ts";
import { checkSmall, label } from "../../testing/small-rulebook.ts";
import { type Engine, findSqlDifferences } from "../../testing/sql-agreement.ts";
import { counted, findWindowDifferences } from "../../testing/window-agreement.ts";
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

test("counters as windows, rolling ones too, give what counting event by event gives", async () => {
  for (const [seed, trusted] of [
    [7, false],
    [8, true],
    [9, false],
  ] as const)
    assert.deepEqual(await findWindowDifferences(engine, randomOf(seed), { count: 300, trusted }), []);
});

test("a rolling window whose rows come late gives the law's sum or says that it has none", async () => {
  for (const seed of [11, 12, 13])
    assert.deepEqual(await findWindowDifferences(engine, randomOf(seed), { count: 300, late: 0.02 }), []);
});

test("a clamped counter has no rolling window", () => {
  const counters = counted.counters.map((one) => (one.name === "used" ? { ...one, within: 3 } : one));
  const rulebook = { ...counted, counters };
  assert.throws(() => compileSql(rulebook, "duckdb", { source: "history", windows: ["used"] }), SqlCounterError);
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
