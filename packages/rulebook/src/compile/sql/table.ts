import type { Expression } from "../../ir/expression.ts";
import { toBigInt } from "../../ir/integer.ts";
import type { Rule } from "../../ir/rule.ts";
import type { Row, Table } from "../../ir/table.ts";
import { isNumeric } from "../../ir/value-type.ts";
import { integerText } from "./constant.ts";
import { expressionText, sequenceTexts } from "./expression.ts";
import { firstText, refusalText } from "./refusal.ts";
import { type SqlScope, under } from "./scope.ts";

/** The value of a table. Rows are proven complete, so the last one needs no test. */
export function tableText(rule: Rule, table: Table, scope: SqlScope): string {
  const outputs = table.rows.map((row) => expressionText(row.output, belowRow(row, scope)));
  if (table.hit.startsWith("collect")) return collectText(rule, table, outputs, scope);
  return chooseText(table, outputs, scope);
}

/** The number of the row that was hit, for tables that hit one. */
export function rowText(table: Table, scope: SqlScope): string | undefined {
  if (table.hit !== "unique" && table.hit !== "first") return undefined;
  return chooseText(
    table,
    table.rows.map(({ number }) => integerText(number, scope.dialect)),
    scope,
  );
}

function chooseText(table: Table, outputs: readonly string[], scope: SqlScope): string {
  if (table.rows.length === 1) return outputs[0]!;
  const branches = table.rows.slice(0, -1).map((row, index) => `WHEN ${hitsText(row, scope)} THEN ${outputs[index]}`);
  return `(CASE ${branches.join(" ")} ELSE ${outputs.at(-1)} END)`;
}

function hitsText(row: Row, scope: SqlScope): string {
  const tests = sequenceTexts(testsOf(row), scope, (text) => text);
  return tests.length === 0 ? "TRUE" : tests.join(" AND ");
}

function belowRow(row: Row, scope: SqlScope): SqlScope {
  return testsOf(row).length === 0 ? scope : under(scope, `(${hitsText(row, scope)})`);
}

function testsOf(row: Row): Expression[] {
  return row.cells.flatMap((cell) => (cell.kind === "when" ? [cell.test] : []));
}

function collectText(rule: Rule, table: Table, outputs: readonly string[], scope: SqlScope): string {
  const { dialect } = scope;
  const hits = table.rows.map((row) => hitsText(row, scope));
  const chosen = (otherwise: string) =>
    outputs.map((output, index) => `CASE WHEN ${hits[index]} THEN ${output} ELSE ${otherwise} END`);
  if (table.hit === "collect-list") {
    const of = rule.type.kind === "list" ? rule.type.of : rule.type;
    const empty = dialect.list.empty(isNumeric(of) ? "integer" : of.kind === "boolean" ? "boolean" : "text");
    return dialect.list.join(
      outputs.map((output, index) => `CASE WHEN ${hits[index]} THEN ${dialect.list.of(output)} ELSE ${empty} END`),
    );
  }
  const none = table.empty ? expressionText(table.empty, scope) : integerText(0, dialect);
  const any = hits.map((hit) => `(${hit})`).join(" OR ");
  return `(CASE WHEN ${any} THEN ${joinText(rule, table, chosen, scope)} ELSE ${none} END)`;
}

/** A row that is not hit stands at the far bound, where it cannot win; at 0, where it adds nothing. */
function joinText(rule: Rule, table: Table, chosen: (otherwise: string) => string[], { dialect }: SqlScope): string {
  const terms = (otherwise: bigint) => chosen(integerText(otherwise, dialect));
  if (table.hit === "collect-sum") return terms(0n).join(" + ");
  const least = table.hit === "collect-min";
  const far = terms(toBigInt(least ? rule.bounds!.max : rule.bounds!.min));
  return far.length === 1 ? far[0]! : `${least ? "least" : "greatest"}(${far.join(", ")})`;
}

/** The first refusal that running the table meets, row by row. */
export function tableRefusalText(table: Table, scope: SqlScope): string | undefined {
  const cells = table.rows.map((row) => cellsRefusalText(row, scope));
  const outputs = table.rows.map((row) => refusalText(row.output, belowRow(row, scope)));
  const empty = table.empty && refusalText(table.empty, scope);
  if ([...cells, ...outputs, empty].every((refusal) => refusal === undefined)) return undefined;
  const hits = table.rows.map((row) => hitsText(row, scope));
  if (table.hit.startsWith("collect")) {
    const rows = hits.flatMap((hit, index) => [
      cells[index],
      outputs[index] && `CASE WHEN ${hit} THEN ${outputs[index]} ELSE '' END`,
    ]);
    const none = empty && `CASE WHEN ${hits.map((hit) => `(${hit})`).join(" OR ")} THEN '' ELSE ${empty} END`;
    return firstText([...rows, none].map((refusal) => refusal && `(${refusal})`));
  }
  const tried = (index: number) =>
    cells[index] === undefined ? [] : [`WHEN ${cells[index]} <> '' THEN ${cells[index]}`];
  const taken = (index: number) => [`WHEN ${hits[index]} THEN ${outputs[index] ?? "''"}`];
  const order = [...table.rows.keys()];
  const branches =
    table.hit === "any"
      ? [...order.flatMap(tried), ...order.flatMap(taken)]
      : order.flatMap((index) => [...tried(index), ...taken(index)]);
  return `(CASE ${branches.join(" ")} ELSE '' END)`;
}

function cellsRefusalText(row: Row, scope: SqlScope): string | undefined {
  const [test, ...more] = testsOf(row);
  if (test === undefined) return undefined;
  if (more.length === 0) return refusalText(test, scope);
  return refusalText({ kind: "and", operands: [test, ...more], type: { kind: "boolean" }, at: row.at }, scope);
}
