import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { randomOf } from "../testing/random.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { findSqlDifferences } from "../testing/sql-agreement.ts";
import { compileClosures } from "./closures/compile-closures.ts";
import type { Facts } from "./decision.ts";
import { compileSource } from "./source/compile-source.ts";

let connection: DuckDBConnection;
before(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
after(() => connection.closeSync());

const words = label.slice("label: ".length);
const facts = `  n: {type: integer, range: -9..9, ${label}}
  o: {type: integer, range: 0..9, optional: true, ${label}}
  c: {type: code kind, ${label}}
  d: {type: day, range: 2000-01-01..2030-12-31, ${label}}
  a: {type: boolean, ${label}}
  b: {type: boolean, ${label}}
  e: {type: boolean, ${label}}`;
const codes = `  kind: {x: ${words}, y: ${words}, z: ${words}, w: ${words}}`;
const parameters = `  two: {type: integer, values: [{from: 2024-01-01, is: 2, source: N/1}]}
  half: {type: rate, values: [{from: 2024-01-01, is: 50%, source: N/1}]}`;
const law = 19_800;
const given: Facts = { n: 5, c: "x", d: 20_000, a: true, b: true, e: true };

type Meaning = readonly [type: string, expression: string, ...values: (readonly [Facts, unknown])[]];

const every = (text: string, holds: (a: boolean, b: boolean, e: boolean) => boolean): Meaning => [
  "boolean",
  text,
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
    const [a, b, e] = [(bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0];
    return [{ a, b, e }, holds(a, b, e)] as const;
  }),
];

const meanings: readonly Meaning[] = [
  every("a and b", (a, b) => a && b),
  every("a or b", (a, b) => a || b),
  every("a and b and e", (a, b, e) => a && b && e),
  every("a or b or e", (a, b, e) => a || b || e),
  every("not(a) and (b or e)", (a, b, e) => !a && (b || e)),
  every("a and b or e", (a, b, e) => (a && b) || e),
  every("a and b and e and n != two", (a, b, e) => a && b && e),
  every("a or b or e or n = two", (a, b, e) => a || b || e),
  every("a = b", (a, b) => a === b),
  every("if a then b else e", (a, b, e) => (a ? b : e)),
  ["boolean", "n < 0 or n > 1", [{ n: -1 }, true], [{ n: 0 }, false], [{ n: 1 }, false], [{ n: 2 }, true]],
  ["boolean", "n != 0 or n != 0", [{ n: 0 }, false], [{ n: 1 }, true]],
  ["boolean", "n = 0 or n = 1", [{ n: 0 }, true], [{ n: 1 }, true], [{ n: 2 }, false]],
  ["boolean", "n = 0 or two = 1", [{ n: 0 }, true], [{ n: 1 }, false]],
  ["boolean", 'c = "x" or c = "y"', [{ c: "x" }, true], [{ c: "y" }, true], [{ c: "z" }, false]],
  ["boolean", 'c = "x" or c = "y" or c = "z"', [{ c: "z" }, true], [{ c: "w" }, false]],
  ["boolean", 'c = "x" or n = 1', [{ c: "y", n: 1 }, true], [{ c: "y", n: 2 }, false], [{ n: 2 }, true]],
  ["boolean", "n in [0..two]", [{ n: -1 }, false], [{ n: 0 }, true], [{ n: 2 }, true], [{ n: 3 }, false]],
  ["boolean", "n in (0..two)", [{ n: 0 }, false], [{ n: 1 }, true], [{ n: 2 }, false]],
  ["boolean", "n in [0..two)", [{ n: 0 }, true], [{ n: 2 }, false]],
  ["boolean", "n in (0..two]", [{ n: 0 }, false], [{ n: 2 }, true]],
  ["boolean", "n / two < half", [{ n: 0 }, true], [{ n: 1 }, false], [{ n: -9 }, true]],
  ["boolean", "n / two <= half", [{ n: 1 }, true], [{ n: 2 }, false]],
  ["boolean", "n / two = half", [{ n: 1 }, true], [{ n: 2 }, false]],
  ["integer", "min(n, two, 1)", [{ n: 9 }, 1], [{ n: -9 }, -9]],
  ["integer", "max(n, two, 1)", [{ n: 9 }, 9], [{ n: -9 }, 2]],
  ["integer", "abs(n)", [{ n: -9 }, 9], [{ n: 9 }, 9], [{ n: 0 }, 0]],
  ["integer", "default(o, two)", [{}, 2], [{ o: 0 }, 0]],
  ["boolean", "present(o)", [{}, false], [{ o: 0 }, true]],
  ["integer", "n - (two - n)", [{ n: 5 }, 8], [{ n: -1 }, -4]],
  ["integer", "round_half_up(n * half)", [{ n: 5 }, 3], [{ n: -5 }, -3], [{ n: 4 }, 2]],
  ["integer", "round_half_even(n * half)", [{ n: 5 }, 2], [{ n: 7 }, 4], [{ n: -5 }, -2], [{ n: -7 }, -4]],
  ["integer", "round_half_down(n * half)", [{ n: 5 }, 2], [{ n: -5 }, -2]],
  ["integer", "round_up(n * half)", [{ n: 5 }, 3], [{ n: -5 }, -3]],
  ["integer", "round_down(n * half)", [{ n: 5 }, 2], [{ n: -5 }, -2]],
  ["integer", "floor(n * half)", [{ n: 5 }, 2], [{ n: -5 }, -3]],
  ["integer", "ceiling(n * half)", [{ n: 5 }, 3], [{ n: -5 }, -2]],
  ["integer", "round_half_up(n, two)", [{ n: 5 }, 6], [{ n: 4 }, 4], [{ n: -5 }, -6]],
  // 2024-10-04 is day 20,000; from the 31st the month's last day is meant where it has no 31st.
  ["day", "add_months(d, n)", [{ n: 1 }, 20_031], [{ n: -9 }, 19_726], [{ d: 19_753, n: 1 }, 19_782]],
  ["day", "add_years(d, n)", [{ n: 1 }, 20_365], [{ n: -1 }, 19_634], [{ d: 19_782, n: 1 }, 20_147]],
  ["integer", "years_between(d, legal_day)", [{ d: 19_434 }, 1], [{ d: 19_435 }, 0], [{ d: 19_433 }, 1]],
  ["integer", "days_between(d, legal_day)", [{ d: 19_799 }, 1], [{ d: 19_801 }, -1]],
];

for (const [type, text, ...values] of meanings)
  test(`"${text}" means what it says in both ways to decide`, () => {
    const rules = `  result:\n    type: ${type}\n    source: N/1\n    is: |\n      ${text}`;
    const { rulebook, errors } = checkSmall({ codes, facts, parameters, rules });
    assert.deepEqual(errors, []);
    for (const decide of [compileClosures(rulebook), compileSource(rulebook)])
      for (const [own, value] of values) {
        const decision = decide({ ...given, ...own }, {}, { law, legal: law });
        assert.ok(decision.kind === "decided", JSON.stringify(own));
        assert.equal(decision.outputs.result, value, JSON.stringify(own));
      }
  });

for (const [index, endOfMonth] of ["down", "up", "reject"].entries())
  test(`all of them mean the same in a database, days that are none taken ${endOfMonth}`, async () => {
    const { rulebook, errors } = checkSmall({
      clock: `{zone: Asia/Shanghai, law: event, end_of_month: ${endOfMonth}}`,
      codes,
      facts,
      parameters,
      rules: meanings.map(([type, text], at) => `  r${at}: {type: ${type}, source: N/1, is: '${text}'}`).join("\n"),
      outputs: meanings.map((_, at) => `r${at}`).join(", "),
    });
    assert.deepEqual(errors, []);
    const engine = {
      dialect: "duckdb" as const,
      run: (text: string) => connection.run(text),
      rows: async (text: string) => (await connection.runAndReadAll(text)).getRowObjectsJS(),
    };
    assert.deepEqual(await findSqlDifferences(rulebook, engine, randomOf(index + 1), 200), []);
  });
