import type { Expression } from "../../ir/expression.ts";
import { toBigInt } from "../../ir/integer.ts";
import type { Column } from "../../ir/table.ts";
import { isNumeric } from "../../ir/value-type.ts";
import { ceilingDivide, floorDivide, intervalOf } from "../interval.ts";
import { type Assignment, type AtomValue, evaluate, missing } from "./assignment.ts";

/**
 * A set of values that no cell of its column tells apart, and one of them to stand for all. A range of integers
 * has `to`; `others` are all values but those that the cells name.
 */
export type Atom = { readonly value: AtomValue; readonly to?: bigint; readonly others?: boolean };

/** What the cells of a column are checked over. `codes` are the column's closed list, if it has one. */
export type Dimension = {
  readonly name: string;
  readonly column: Column;
  readonly tests: readonly Expression[];
  readonly codes: readonly string[] | undefined;
  /** Keys of parameters by this column: values that matter though no cell names them. */
  readonly keys: ReadonlySet<string>;
};

/** The atoms of a dimension, with the parameters at one date and key. */
export function findAtoms(dimension: Dimension, parameters: Assignment): Atom[] {
  const { column } = dimension;
  const absent: Atom[] = column.optional ? [{ value: missing }] : [];
  if (column.of.kind === "parameter" && isNumeric(column.of.type)) return [{ value: parameters.get(column.name)! }];
  if (column.of.type.kind === "boolean") return [...absent, { value: true }, { value: false }];
  return [
    ...absent,
    ...(isNumeric(column.of.type) ? rangeAtoms(dimension, parameters) : namedAtoms(dimension, parameters)),
  ];
}

function namedAtoms({ column, tests, codes, keys }: Dimension, parameters: Assignment): Atom[] {
  if (codes !== undefined) return codes.map((value) => ({ value }));
  const named = new Set<AtomValue>(keys);
  for (const operand of tests.flatMap(operandsOf)) {
    if (!isColumn(operand, column.name)) named.add(evaluate(operand, parameters));
  }
  // No country is "??" and no text that people give holds a control character: a value that no cell names.
  const others = column.of.type.kind === "country" ? "??" : "\u0000";
  return [...[...named].map((value): Atom => ({ value })), { value: others, others: true }];
}

/** Ranges between the cut points: a cut c begins a range at c and one at c + 1. */
function rangeAtoms({ column, tests }: Dimension, parameters: Assignment): Atom[] {
  const { min, max } = intervalOf(column.of);
  const starts = new Set([min]);
  for (const { cut, by } of tests.flatMap((test) => cutsOf(test, column.name, parameters))) {
    for (const start of [ceilingDivide(cut, by), floorDivide(cut, by) + 1n]) {
      if (start > min && start <= max) starts.add(start);
    }
  }
  const sorted = [...starts].toSorted((a, b) => (a < b ? -1 : 1));
  return sorted.map((value, index) => ({ value, to: (sorted[index + 1] ?? max + 1n) - 1n }));
}

type Cut = { readonly cut: bigint; readonly by: bigint };

/** The amounts a test compares the column with, on the column's scale as `cut / by`. */
function cutsOf(test: Expression, name: string, parameters: Assignment): Cut[] {
  switch (test.kind) {
    case "not":
      return cutsOf(test.operand, name, parameters);
    case "and":
    case "or":
      return test.operands.flatMap((operand) => cutsOf(operand, name, parameters));
    case "compare":
      return [makeCut(test.left, test.right, parameters)];
    case "within":
      return [makeCut(test.operand, test.low, parameters), makeCut(test.operand, test.high, parameters)];
    default:
      return [];
  }
}

function makeCut(column: Expression, operand: Expression, parameters: Assignment): Cut {
  const by = column.kind === "scale" ? toBigInt(column.by) : 1n;
  return { cut: evaluate(operand, parameters) as bigint, by };
}

function operandsOf(test: Expression): Expression[] {
  switch (test.kind) {
    case "not":
      return operandsOf(test.operand);
    case "and":
    case "or":
      return test.operands.flatMap(operandsOf);
    case "compare":
      return [test.left, test.right];
    default:
      return [];
  }
}

function isColumn(operand: Expression, name: string): boolean {
  return "name" in operand && operand.name === name;
}
