import { outside } from "../problem.ts";
import { compileSign } from "./comparison.ts";
import type { Compiled, Frame } from "./scope.ts";
import type { CellSyntax, FeelSyntax, TestSyntax } from "./syntax.ts";
import { type FeelType, types } from "./type.ts";
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
    const low = compileEnd(test.includesLow ? ">=" : ">", compile(test.low), type);
    const high = compileEnd(test.includesHigh ? "<=" : "<", compile(test.high), type);
    return (value, frame) => {
      const results = [low(value, frame), high(value, frame)];
      return results.includes(null) ? null : results.every((each) => each === true);
    };
  }
  const operand = compile(test.operand);
  // A condition over a boolean column may be meant as its truth or as equality with the column.
  if (operand.type.kind === "boolean" && operand.constant === undefined) outside("conditions inside tests");
  return compileEnd(test.sign, operand, type);
}

function compileEnd(sign: Parameters<typeof compileSign>[0], operand: Compiled, type: FeelType): ValueTest {
  if (sign !== "=" && sign !== "!=" && operand.type === types.null) outside("the order of null");
  const holds = compileSign(sign, type, operand.type);
  return (value, frame) => holds(value, operand.run(frame));
}
