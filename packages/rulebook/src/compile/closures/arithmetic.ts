import type { Arithmetic } from "../../ir/arithmetic.ts";
import type { Expression } from "../../ir/expression.ts";
import { absWide, maxWide, minWide } from "../stops.ts";
import { isWide } from "../wide.ts";
import { convert } from "./held.ts";
import type { Step } from "./run.ts";

/** Compiles an operand and brings it to the form, plain or wide, that the operation works in. */
export type Calculation = (child: Expression, wide: boolean) => Step;

/** Exact integer arithmetic: bigints when any operand or the result may leave 2^53 - 1. */
export function compileArithmetic(node: Arithmetic, calculation: Calculation): Step {
  const wide = isWide(node) || operandsOf(node).some(isWide);
  const operands = operandsOf(node).map((operand) => calculation(operand, wide));
  const result = wide ? compileWide(node, operands as Step<bigint>[]) : compilePlain(node, operands as Step<number>[]);
  return convert(result, wide, isWide(node));
}

function operandsOf(node: Arithmetic): readonly Expression[] {
  if (node.kind === "min" || node.kind === "max") return node.operands;
  return node.kind === "scale" || node.kind === "abs" ? [node.operand] : [node.left, node.right];
}

function compilePlain(node: Arithmetic, operands: readonly Step<number>[]): Step {
  const [left, right] = operands as [Step<number>, Step<number>];
  switch (node.kind) {
    case "add":
      return (run) => left(run) + right(run);
    case "subtract":
      return (run) => left(run) - right(run);
    case "multiply":
      // 0 * -5 is -0, which breaks byte equality
      return (run) => left(run) * right(run) + 0;
    case "scale": {
      const by = Number(node.by);
      return (run) => left(run) * by;
    }
    case "abs":
      return (run) => Math.abs(left(run));
    case "min":
      if (operands.length > 2) return (run) => Math.min(...operands.map((operand) => operand(run)));
      return (run) => {
        const a = left(run);
        const b = right(run);
        return a < b ? a : b;
      };
    case "max":
      if (operands.length > 2) return (run) => Math.max(...operands.map((operand) => operand(run)));
      return (run) => {
        const a = left(run);
        const b = right(run);
        return a > b ? a : b;
      };
  }
}

function compileWide(node: Arithmetic, operands: readonly Step<bigint>[]): Step {
  const [left, right] = operands as [Step<bigint>, Step<bigint>];
  switch (node.kind) {
    case "add":
      return (run) => left(run) + right(run);
    case "subtract":
      return (run) => left(run) - right(run);
    case "multiply":
      return (run) => left(run) * right(run);
    case "scale": {
      const by = BigInt(node.by);
      return (run) => left(run) * by;
    }
    case "abs":
      return (run) => absWide(left(run));
    case "min":
      return (run) => minWide(...operands.map((operand) => operand(run)));
    case "max":
      return (run) => maxWide(...operands.map((operand) => operand(run)));
  }
}
