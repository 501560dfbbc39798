import type { Expression } from "../../ir/expression.ts";
import type { Cell } from "../../ir/table.ts";
import { noForm } from "../problem.ts";
import { printFeel } from "./print.ts";

/** A cell as FEEL's unary tests; `missing` is null. A test of an optional fact does not hold for null by itself. */
export function printCell(cell: Cell): string {
  return cell.kind === "any" ? "-" : printTests(cell.test);
}

function printTests(test: Expression): string {
  if (test.kind === "present") return "not(null)";
  if (test.kind === "not") {
    return test.operand.kind === "present" ? "null" : `not(${printTests(test.operand)})`;
  }
  // Over an optional fact the checker puts its presence first.
  if (test.kind === "and" && test.operands[0]?.kind === "present") return printTests(test.operands[1]!);
  if (test.kind === "or") return test.operands.map(printTest).join(", ");
  return printTest(test);
}

function printTest(test: Expression): string {
  if (test.kind === "within") {
    const [open, close] = [test.includesLow ? "[" : "(", test.includesHigh ? "]" : ")"];
    return `${open}${printFeel(test.low)}..${printFeel(test.high)}${close}`;
  }
  if (test.kind !== "compare") return noForm(`a cell with "${test.kind}"`);
  const operand = printFeel(test.right);
  if (test.comparison === "=") return operand;
  return test.comparison === "!=" ? `not(${operand})` : `${test.comparison} ${operand}`;
}
