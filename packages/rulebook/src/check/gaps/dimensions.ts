import type { CodeList } from "../../ir/code-list.ts";
import type { Expression } from "../../ir/expression.ts";
import type { Parameter } from "../../ir/parameter.ts";
import type { Table } from "../../ir/table.ts";
import { isNumeric } from "../../ir/value-type.ts";
import type { Dimension } from "./atoms.ts";

/** The distinct columns of a table, each with all tests over it. */
export function findDimensions(
  table: Table,
  parameters: readonly Parameter[],
  codes: ReadonlyMap<string, CodeList>,
): Dimension[] {
  const names = [...new Set(table.columns.map(({ name }) => name))];
  return names.map((name) => {
    const column = table.columns.find((other) => other.name === name)!;
    const { type } = column.of;
    const tests = table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell, index) => (cell.kind === "when" && table.columns[index]!.name === name ? [cell.test] : [])),
    );
    const list = type.kind === "code" ? codes.get(type.list)?.values.map(({ code }) => code) : undefined;
    return { name, column, tests, codes: list, keys: keysBy(parameters, name) };
  });
}

/** Every key that some version of a parameter by this fact names. */
export function keysBy(parameters: readonly Parameter[], fact: string): ReadonlySet<string> {
  const keyed = parameters.filter(({ by }) => by === fact);
  return new Set(keyed.flatMap(({ versions }) => versions.flatMap((version) => version.keyed.map(({ key }) => key))));
}

/**
 * The parameters whose figures decide which rows hit: those the cells compare with, and columns that are numbers.
 * A column that is a switch or code is checked for every value, so that a reform may turn it.
 */
export function parametersOf(table: Table): string[] {
  const columns = table.columns.flatMap(({ of }) => (of.kind === "parameter" && isNumeric(of.type) ? [of.name] : []));
  const cells = table.rows.flatMap(({ cells: row }) =>
    row.flatMap((cell) => (cell.kind === "when" ? namesIn(cell.test) : [])),
  );
  return [...new Set([...columns, ...cells])];
}

function namesIn(test: Expression): string[] {
  switch (test.kind) {
    case "parameter":
      return [test.name];
    case "scale":
    case "not":
      return namesIn(test.operand);
    case "and":
    case "or":
      return test.operands.flatMap(namesIn);
    case "compare":
      return [test.left, test.right].flatMap(namesIn);
    case "within":
      return [test.operand, test.low, test.high].flatMap(namesIn);
    default:
      return [];
  }
}
