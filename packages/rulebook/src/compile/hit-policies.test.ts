import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { generateInput } from "../testing/generated-inputs.ts";
import { randomOf } from "../testing/random.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { findSqlDifferences } from "../testing/sql-agreement.ts";
import { compileClosures } from "./closures/compile-closures.ts";
import { compileSource } from "./source/compile-source.ts";

let connection: DuckDBConnection;
before(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
after(() => connection.closeSync());

const words = label.slice("label: ".length);
const table = (name: string, type: string, hit: string, rows: string) =>
  `  ${name}:\n    type: ${type}\n    hit: ${hit}\n    table: |\n${rows
    .split("\n")
    .map((row) => `      ${row.trim()} | ${row.includes("=>") ? "source" : "N/1"}`)
    .join("\n")}`;

const { rulebook, errors } = checkSmall({
  codes: `  kind: {a: ${words}, b: ${words}, c: ${words}}`,
  facts: `  n: {type: integer, range: 0..9, ${label}}
  kind: {type: code kind, ${label}}
  flag: {type: boolean, ${label}}`,
  parameters: `  few: {type: integer, values: [{from: 2024-01-01, is: 4, source: N/1}]}
  dark: {type: integer, by: kind, values: [{from: 2024-01-01, a: 3, b: unknown, c: 8, source: N/1}]}
  dim: {type: integer, by: kind, values: [{from: 2024-01-01, a: unknown, b: 2, c: 5, source: N/1}]}`,
  rules: [
    table("agreed", "integer", "any", 'kind | flag | => agreed\n"a", "b" | - | few\n- | true | few\n- | - | few'),
    table(
      "numbers",
      "integer",
      "collect list",
      'kind | flag | => numbers\n"a" | - | n\n- | true | few\n"c" | false | 0',
    ),
    table("kinds", "code kind", "collect list", 'flag | n | => kinds\ntrue | - | "a"\n- | < few | "b"'),
    table(
      "summed",
      "integer",
      "collect sum",
      'kind | n | => summed\n- | < dark | few\n"a" | - | dim\n- | > few | dark',
    ),
    table("least", "integer", "collect min", 'kind | n | => least\n"a" | - | n\n- | > few | few'),
    table("most", "integer", "collect max", 'kind | n | => most\n"a" | - | n\n- | > few | few\n"b" | < few | 1'),
    table("alone", "integer", "first", "n | => alone\n- | few"),
    table("only", "integer", "collect max", "n | => only\n> few | n"),
    table("guarded", "integer", "first", "n | n | => guarded\n< dark | > dim | 1\n> dim | - | few\n- | - | 0"),
    "  joined: {type: boolean, is: flag and n < dark, source: N/1}",
    "  either: {type: boolean, is: flag or n < dark or n < dim, source: N/1}",
  ].join("\n"),
  outputs: "agreed, numbers, kinds, summed, least, most, alone, only, guarded, joined, either",
});

test("each hit policy gives the same values and rows in source and closures, and the same values in SQL", async () => {
  assert.deepEqual(errors, []);
  const [source, closures] = [compileSource(rulebook), compileClosures(rulebook)];
  const random = randomOf(3);
  for (let turn = 0; turn < 300; turn++) {
    const { facts, counters, days } = generateInput(rulebook, random);
    assert.deepStrictEqual(closures(facts, counters, days), source(facts, counters, days));
  }
  const engine = {
    dialect: "duckdb" as const,
    run: (text: string) => connection.run(text),
    rows: async (text: string) => (await connection.runAndReadAll(text)).getRowObjectsJS(),
  };
  assert.deepEqual(await findSqlDifferences(rulebook, engine, randomOf(4), 300), []);
});

test("rows of an any table that are hit are all told", () => {
  const sure = checkSmall({
    facts: `  flag: {type: boolean, ${label}}`,
    rules: table("result", "integer", "any", "flag | => result\ntrue | 1\n- | 1"),
  }).rulebook;
  for (const decide of [compileSource(sure), compileClosures(sure)]) {
    const decision = decide({ flag: true }, {}, { law: 20_000, legal: 20_000 });
    assert.ok(decision.kind === "decided");
    assert.deepEqual(decision.trace.rows, [[1, 2]]);
  }
});

test("a rule of rates has the least scale that holds all its outputs, and each of them exactly", () => {
  const shares = checkSmall({
    codes: `  kind: {a: ${words}, b: ${words}}`,
    facts: `  kind: {type: code kind, ${label}}\n  paid: {type: money CNY, range: 0..1000, ${label}}`,
    parameters: `  third: {type: rate, values: [{from: 2024-01-01, is: 1/3, source: N/1}]}
  quarter: {type: rate, values: [{from: 2024-01-01, is: 25%, source: N/1}]}`,
    rules: `${table("share", "rate", "unique", 'kind | => share\n"a" | third\n"b" | quarter')}
  result: {type: money CNY, is: round_half_up(paid * share), source: N/1}`,
  });
  assert.deepEqual(shares.errors, []);
  const share = shares.rulebook.rules.find(({ name }) => name === "share");
  assert.deepEqual(share?.type, { kind: "rate", over: 12 });
  for (const decide of [compileSource(shares.rulebook), compileClosures(shares.rulebook)])
    for (const [kind, result] of [
      ["a", 3_333],
      ["b", 2_500],
    ] as const) {
      const decision = decide({ kind, paid: 10_000 }, {}, { law: 20_000, legal: 20_000 });
      assert.ok(decision.kind === "decided");
      assert.equal(decision.outputs.result, result);
    }
});
