import type { Rule } from "../../ir/rule.ts";
import type { Row, Table } from "../../ir/table.ts";
import { emitExpression, emitIn } from "./expression.ts";
import type { Scope } from "./scope.ts";

/** Lines that set `r_name`, and `h_name` when the row is to be told. */
export function emitTable(rule: Rule, table: Table, scope: Scope, traced: boolean): string[] {
  if (table.hit.startsWith("collect")) return emitCollect(rule, table, scope, traced);
  const wide = scope.plan.wide.has(rule.name);
  const chain = (told: (row: Row) => string) =>
    [
      ...table.rows.map((row) => {
        const hits = emitHits(row, scope);
        return `${hits === "true" ? "" : `if (${hits}) `}{ r_${rule.name} = ${emitIn(row.output, wide, scope)};${told(row)} }`;
      }),
      ...(emitHits(table.rows.at(-1)!, scope) === "true" ? [] : [`throw noRow(${JSON.stringify(rule.name)});`]),
    ].join("\nelse ");
  if (table.hit !== "any") return [chain((row) => (traced ? ` h_${rule.name} = ${row.number};` : ""))];
  // All rows are tried, as they are in closures: a cell that cannot be answered ends the rule in both.
  const all = traced || scope.plan.partial.has(rule.name);
  const tried = table.rows.map((row) => `if (${emitHits(row, scope)}) a_${rule.name}.push(${row.number});`);
  return [
    ...(all ? [`const a_${rule.name} = [];`, ...tried] : []),
    ...(traced ? [`h_${rule.name} = a_${rule.name};`] : []),
    chain(() => ""),
  ];
}

/** All hits together; `empty`, or 0, when there are none. */
function emitCollect(rule: Rule, table: Table, scope: Scope, traced: boolean): string[] {
  const name = `r_${rule.name}`;
  const wide = scope.plan.wide.has(rule.name);
  const list = table.hit === "collect-list";
  const found = `n_${rule.name}`;
  const rows = table.rows.map((row) => {
    const output = list ? emitExpression(row.output, scope) : emitIn(row.output, wide, scope);
    const joined = list ? `${name}.push(${output});` : `v = ${output}; ${name} = ${emitJoin(table, name, found)};`;
    const told = traced ? ` h_${rule.name}.push(${row.number});` : "";
    return `if (${emitHits(row, scope)}) { ${joined} ${found}++;${told} }`;
  });
  const zero = wide ? "0n" : "0";
  const empty = table.empty ? emitIn(table.empty, wide, scope) : zero;
  return [
    ...(traced ? [`h_${rule.name} = [];`] : []),
    `${name} = ${list ? "[]" : zero};`,
    `{ let v, ${found} = 0;`,
    ...rows,
    ...(list ? [] : [`if (${found} === 0) ${name} = ${empty};`]),
    "}",
  ];
}

function emitJoin(table: Table, name: string, found: string): string {
  if (table.hit === "collect-sum") return `${name} + v`;
  return `${found} === 0 || v ${table.hit === "collect-min" ? "<" : ">"} ${name} ? v : ${name}`;
}

/** A missing optional fact hits only cells that say so: the tests carry their own presence check. */
function emitHits(row: Row, scope: Scope): string {
  const tests = row.cells.flatMap((cell) => (cell.kind === "when" ? [emitExpression(cell.test, scope)] : []));
  return tests.length === 0 ? "true" : tests.join(" && ");
}
