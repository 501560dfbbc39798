import type { Expression } from "../../ir/expression.ts";
import { type Integer, toBigInt } from "../../ir/integer.ts";
import type { Comparison } from "../../ir/logic.ts";
import { isNumeric, type Value, type ValueType } from "../../ir/value-type.ts";

/** Stands for an optional fact that was not given. */
export const missing: unique symbol = Symbol("missing");

/** A value of a column or parameter while a table is checked. */
export type AtomValue = boolean | bigint | string | typeof missing;

/** Values by name: the column under test, and the parameters at one date and key. */
export type Assignment = ReadonlyMap<string, AtomValue>;

/** Whether a cell's test holds. Tests are made of comparisons with literals and parameters only. */
export function holds(test: Expression, values: Assignment): boolean {
  switch (test.kind) {
    case "present":
      return values.get(test.fact.name) !== missing;
    case "not":
      return !holds(test.operand, values);
    case "and":
      return test.operands.every((operand) => holds(operand, values));
    case "or":
      return test.operands.some((operand) => holds(operand, values));
    case "compare":
      return compareValues(evaluate(test.left, values), test.comparison, evaluate(test.right, values));
    case "within": {
      const [value, low, high] = [test.operand, test.low, test.high].map((part) => evaluate(part, values));
      return (
        compareValues(value!, test.includesLow ? ">=" : ">", low!) &&
        compareValues(value!, test.includesHigh ? "<=" : "<", high!)
      );
    }
    default:
      throw new TypeError(`Cannot evaluate "${test.kind}" in a cell`);
  }
}

/** The value of an operand of a cell. */
export function evaluate(operand: Expression, values: Assignment): AtomValue {
  switch (operand.kind) {
    case "literal":
      return asAtomValue(operand.value, operand.type);
    case "scale":
      return (evaluate(operand.operand, values) as bigint) * toBigInt(operand.by);
    case "legal-day":
      return values.get("legal_day")!;
    case "fact":
    case "rule":
    case "counter":
    case "parameter":
      return values.get(operand.name)!;
    default:
      throw new TypeError(`Cannot evaluate "${operand.kind}" in a cell`);
  }
}

/** A held value as a table check compares it. */
export function asAtomValue(value: Value, type: ValueType): AtomValue {
  return isNumeric(type) ? toBigInt(value as Integer) : (value as boolean | string);
}

function compareValues(left: AtomValue, comparison: Comparison, right: AtomValue): boolean {
  switch (comparison) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return (left as bigint) < (right as bigint);
    case "<=":
      return (left as bigint) <= (right as bigint);
    case ">":
      return (left as bigint) > (right as bigint);
    case ">=":
      return (left as bigint) >= (right as bigint);
  }
}
