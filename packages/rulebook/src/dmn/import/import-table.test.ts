import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTable } from "../../parse/table.ts";
import { output, smallModel, table } from "../testing/small-model.ts";
import { importTable } from "./import-table.ts";

const inputs = { Age: "number", "Risk Category": "string", born: "date" };
const columns = [
  ["Age", "number"],
  ["Risk Category", "string"],
  ["born", "date"],
] as const;

function imported(
  attributes: string,
  outputs: readonly string[],
  rows: readonly string[],
  cols: readonly (readonly [string, string])[] = columns,
) {
  const xml = table(attributes, cols, outputs, rows);
  return importTable(smallModel({ inputs, decisions: { "Approval Status": { is: { xml } } } }), "Approval Status");
}

/** The pipe text of a rule as our own reader takes it. */
function problemsOf(rule: string): readonly string[] {
  const body = rule.split("table: |\n")[1]!;
  const at = { file: "x", line: 1, column: 1 };
  return parseTable(body, () => at).problems.map(({ message }) => message);
}

test("a table becomes pipe text that our reader takes, its figures parameters", () => {
  const { rules, parameters, outside } = imported(
    'hitPolicy="FIRST"',
    [output('typeRef="string"')],
    [
      '>= 18 | "Low", "Mid|High" | - => "Approved"',
      '(0..17.5] | not("Low") | < date("2008-01-31") => "De\\"clined"',
      '1 | - | null => "Other"',
      '- | - | not(null) => "Last"',
    ].map((row) => row.replace("Mid|High", "Mid")),
  );
  assert.deepEqual(outside, []);
  assert.deepEqual(rules, [
    `  approval_status:
    hit: first
    table: |
      age           | risk_category | born            | => approval_status
      >= age_18     | "Low", "Mid"  | -               | "Approved"
      (0..age_17_5] | not("Low")    | < @"2008-01-31" | "De\\"clined"
      1             | -             | missing         | "Other"
      -             | -             | present         | "Last"`,
  ]);
  assert.deepEqual(problemsOf(rules[0]!), []);
  assert.deepEqual(parameters, [
    "  age_18: {type: integer, values: [{from: DATE, is: 18, source: SOURCE}]}",
    "  age_17_5: {type: TYPE, values: [{from: DATE, is: 17.5, source: SOURCE}]}",
  ]);
});

test("a table of several outputs becomes one for each", () => {
  const outputs = [output('name="Status"'), output('name="Rate"')];
  const { rules, outside } = imported("", outputs, ['- | "a" | - => "x" | true']);
  assert.deepEqual(outside, []);
  assert.equal(rules.length, 2);
  assert.match(rules[0]!, /=> approval_status_status\n.+"x"$/);
  assert.match(rules[1]!, /=> approval_status_rate\n.+true$/);
  for (const rule of rules) assert.deepEqual(problemsOf(rule), []);
});

test("everything that is left outside is listed with its place", () => {
  const { rules, outside } = imported(
    'hitPolicy="OUTPUT ORDER"',
    [output("", undefined, '"c"')],
    ['> Age | - | - => "a"', "for x in y | - | - => Age + 1"],
    [
      ["Age", "number"],
      ["Age + 1", "number"],
      ["born", "date"],
    ],
  );
  assert.deepEqual(outside, [
    'column 2: "Age + 1" is calculated: make it a rule',
    "row 1, age: a comparison with what is no constant: make it a rule, and that a column",
    "row 2, age: for-loops",
    "hit policy OUTPUT ORDER",
    "row 2, approval_status: an output that is calculated: make it a rule",
    '"approval_status" has a default output: write it as a last row',
  ]);
  assert.match(rules[0]!, /hit: OUTPUT ORDER/);
});

test("two columns that come to one name are told", () => {
  const { outside } = imported(
    "",
    [output()],
    ["- | - => 1"],
    [
      ["Age", "number"],
      ["Age", "number"],
    ],
  );
  assert.deepEqual(outside, ['two things become "age": rename one']);
});

test("a name that the file does not have, or that is no table, is told", () => {
  const model = smallModel({ decisions: { a: { is: "1" } } });
  assert.throws(() => importTable(model, "b"), /there is no decision "b", only "a"/);
  assert.throws(() => importTable(model, "a"), /the decision "a" is no decision table/);
});
