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
      return allOf(node.operands.map((operand) => calculation(operand, false)));
    }
    case "or": {
      const membership = compileMembership(node.operands, calculation);
      if (membership) return membership;
      return anyOf(node.operands.map((operand) => calculation(operand, false)));
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

/** Loops over closures are slow; most conditions have two or three parts. */
export function allOf([first, second, third, ...more]: readonly Step[]): Step {
  if (!first) return () => true;
  if (!second) return first;
  if (!third) return (run) => first(run) && second(run);
  if (more.length === 0) return (run) => first(run) && second(run) && third(run);
  const rest = allOf(more);
  return (run) => first(run) && second(run) && third(run) && rest(run);
}

function anyOf([first, second, third, ...more]: readonly Step[]): Step {
  if (!first) return () => false;
  if (!second) return first;
  if (!third) return (run) => first(run) || second(run);
  const rest = anyOf([third, ...more]);
  return (run) => first(run) || second(run) || rest(run);
}

/** One value against several constants, as a cell with a list of codes is: the value is read once. */
function compileMembership(operands: readonly Expression[], calculation: Calculation): Step | undefined {
  const [head] = operands;
  if (head?.kind !== "compare" || head.left.kind !== "fact" || isWide(head.left)) return undefined;
  const { name } = head.left;
  const constants: Held[] = [];
  for (const operand of operands) {
    if (operand.kind !== "compare" || operand.comparison !== "=" || operand.left.kind !== "fact") return undefined;
    if (operand.left.name !== name || operand.right.kind !== "literal" || isWide(operand.right)) return undefined;
    constants.push(calculation(operand.right, false)(noRun));
  }
  const value = calculation(head.left, false);
  const [first, second, ...more] = constants;
  if (more.length > 0) return (run) => constants.includes(value(run));
  return (run) => {
    const held = value(run);
    return held === first || held === second;
  };
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
  if (rightNode.kind === "literal") return compareConstant(comparison, left, right(noRun));
  // Each comparison is a function literal of its own, so that the engine sees one kind of operand in it.
  switch (comparison) {
    case "=":
      return (run) => left(run) === right(run);
    case "!=":
      return (run) => left(run) !== right(run);
    case "<":
      return (run) => left(run) < right(run);
    case "<=":
      return (run) => left(run) <= right(run);
    case ">":
      return (run) => left(run) > right(run);
    case ">=":
      return (run) => left(run) >= right(run);
  }
}

/** A literal asks nothing of the decision at hand. */
const noRun = undefined as never;

function compareConstant(comparison: Comparison, left: Step, right: Held): Step<boolean> {
  switch (comparison) {
    case "=":
      return (run) => left(run) === right;
    case "!=":
      return (run) => left(run) !== right;
    case "<":
      return (run) => left(run) < right;
    case "<=":
      return (run) => left(run) <= right;
    case ">":
      return (run) => left(run) > right;
    case ">=":
      return (run) => left(run) >= right;
  }
}
