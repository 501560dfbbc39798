import type { Rule } from "../../ir/rule.ts";
import type { Row, Table } from "../../ir/table.ts";
import type { Held, Traced } from "../decision.ts";
import type { Plan } from "../plan.ts";
import { noRow } from "../stops.ts";
import { isWide } from "../wide.ts";
import { compileExpression } from "./expression.ts";
import { convert } from "./held.ts";
import { allOf } from "./logic.ts";
import type { Run, Step } from "./run.ts";

type Line = { readonly number: number; readonly hits: Step; readonly output: Step };

/** One closure for a table; it leaves the row or rows it hit in `run.rows`. */
export function compileTable(rule: Rule, table: Table, plan: Plan): (run: Run) => Traced {
  const lines = table.rows.map((row) => compileRow(rule, row, plan));
  const place = plan.ruleIndex.get(rule.name)!;
  if (table.hit.startsWith("collect")) return compileCollect(rule, table, lines, plan);
  if (table.hit === "any") {
    return (run) => {
      const hits = lines.filter((line) => line.hits(run));
      if (hits.length === 0) throw noRow(rule.name);
      run.rows[place] = hits.map(({ number }) => number);
      return hits[0]!.output(run);
    };
  }
  return (run) => {
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]!;
      if (!line.hits(run)) continue;
      run.rows[place] = line.number;
      return line.output(run);
    }
    throw noRow(rule.name);
  };
}

function compileRow(rule: Rule, row: Row, plan: Plan): Line {
  const wide = row.output.bounds !== undefined && plan.wide.has(rule.name);
  const output = convert(
    compileExpression(row.output, plan, rule.name),
    isWide(row.output),
    rule.type.kind === "list" ? isWide(row.output) : wide,
  );
  const cells = row.cells.flatMap((cell) =>
    cell.kind === "when" ? [compileExpression(cell.test, plan, rule.name)] : [],
  );
  return { number: row.number, hits: allOf(cells), output };
}

function compileCollect(rule: Rule, table: Table, lines: readonly Line[], plan: Plan): (run: Run) => Traced {
  const wide = plan.wide.has(rule.name);
  const zero: Held = wide ? 0n : 0;
  const empty = table.empty && convert(compileExpression(table.empty, plan, rule.name), isWide(table.empty), wide);
  return (run) => {
    const values: Held[] = [];
    const rows: number[] = [];
    for (const line of lines) {
      if (!line.hits(run)) continue;
      values.push(line.output(run));
      rows.push(line.number);
    }
    const value = join(table, values) ?? empty?.(run) ?? zero;
    run.rows[plan.ruleIndex.get(rule.name)!] = rows;
    return value;
  };
}

function join(table: Table, values: readonly Held[]): Traced {
  switch (table.hit) {
    case "collect-list":
      return values;
    case "collect-min":
      return values.length === 0 ? undefined : values.reduce((least, value) => (value < least ? value : least));
    case "collect-max":
      return values.length === 0 ? undefined : values.reduce((most, value) => (value > most ? value : most));
    default:
      return values.length === 0 ? undefined : (values as never[]).reduce((sum, value) => (sum + value) as never);
  }
}
