import type { Expression } from "../../ir/expression.ts";
import type { Comparison, Logic } from "../../ir/logic.ts";
import type { Held } from "../decision.ts";
import { isWide } from "../wide.ts";
import type { Calculation } from "./arithmetic.ts";
import type { Step } from "./run.ts";

/** Two-valued logic and the choice of a branch; operands run left to right and only as far as they are needed. */
export function compileLogic(node: Logic, calculation: Calculation): Step {
  switch (node.kind) {
    case "compare":
    case "compare-ratio":
      return compileComparison(node.comparison, node.left, node.right, calculation);
    case "within": {
      const low = compileComparison(node.includesLow ? "<=" : "<", node.low, node.operand, calculation);
      const high = compileComparison(node.includesHigh ? "<=" : "<", node.operand, node.high, calculation);
      return (run) => low(run) && high(run);
    }
    case "and": {
      const operands = node.operands.map((operand) => calculation(operand, false));
      return (run) => operands.every((operand) => operand(run));
    }
    case "or": {
      const operands = node.operands.map((operand) => calculation(operand, false));
      return (run) => operands.some((operand) => operand(run));
    }
    case "not": {
      const operand = calculation(node.operand, false);
      return (run) => !operand(run);
    }
    case "if": {
      const condition = calculation(node.condition, false);
      const then = calculation(node.then, isWide(node));
      const otherwise = calculation(node.otherwise, isWide(node));
      return (run) => (condition(run) ? then(run) : otherwise(run));
    }
  }
}

function compileComparison(
  comparison: Comparison,
  leftNode: Expression,
  rightNode: Expression,
  calculation: Calculation,
): Step<boolean> {
  const wide = isWide(leftNode) || isWide(rightNode);
  const left = calculation(leftNode, wide);
  const right = calculation(rightNode, wide);
  const compare = comparisons[comparison];
  if (rightNode.kind === "literal" && comparison === "=") return compileEquality(left, right);
  return (run) => compare(left(run), right(run));
}

function compileEquality(left: Step, right: Step): Step<boolean> {
  return (run) => left(run) === right(run);
}

const comparisons: { readonly [comparison in Comparison]: (left: Held, right: Held) => boolean } = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};
