import { outside } from "../problem.ts";
import { compileRange, compileSign } from "./comparison.ts";
import type { Compiled, Frame } from "./scope.ts";
import type { CellSyntax, FeelSyntax, TestSyntax } from "./syntax.ts";
import type { FeelType } from "./type.ts";
import type { FeelValue } from "./value.ts";

/** Whether a value passes; null when that cannot be known. */
export type ValueTest = (value: FeelValue, frame: Frame) => boolean | null;

type Compile = (node: FeelSyntax) => Compiled;

/** An input entry over values of a type. A null value passes "-" and null alone; with `not` engines differ. */
export function compileCell(
  cell: CellSyntax,
  type: FeelType,
  compile: Compile,
): ValueTest | "any" | { not: ValueTest } {
  if (cell.kind === "any") return "any";
  const test = compileTests(cell.tests, type, compile);
  return cell.kind === "not" ? { not: test } : test;
}

/** Passes if one test does; null if none does and one is null. */
export function compileTests(tests: readonly TestSyntax[], type: FeelType, compile: Compile): ValueTest {
  if (type.kind === "list" || type.kind === "context") outside(`tests of a ${type.kind}`);
  const each = tests.map((test) => compileTest(test, type, compile));
  return (value, frame) => {
    const results = each.map((test) => test(value, frame));
    return results.includes(true) ? true : results.includes(null) ? null : false;
  };
}

function compileTest(test: TestSyntax, type: FeelType, compile: Compile): ValueTest {
  if (test.kind === "range") {
    const low = { end: compile(test.low), included: test.includesLow };
    const high = { end: compile(test.high), included: test.includesHigh };
    if (low.end.type.kind === "null" || high.end.type.kind === "null") outside("a range with null");
    return compileRange(type, low, high);
  }
  const operand = compile(test.operand);
  // A condition over a boolean column may be meant as its truth or as equality with the column.
  if (operand.type.kind === "boolean" && operand.constant === undefined) outside("conditions inside tests");
  const isOrder = test.sign !== "=" && test.sign !== "!=";
  if (isOrder && operand.type.kind === "null") outside("the order of null");
  const holds = compileSign(test.sign, type, operand.type);
  return (value, frame) => holds(value, operand.run(frame));
}
