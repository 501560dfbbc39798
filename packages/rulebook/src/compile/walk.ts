import type { Expression } from "../ir/expression.ts";
import type { RuleVersion } from "../ir/rule.ts";

/** The expressions directly below one. `exact` and the written form of a ratio are for explanations and left out. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
    case "legal-day":
      return [];
    case "compare":
    case "compare-ratio":
    case "add":
    case "subtract":
    case "multiply":
      return [node.left, node.right];
    case "within":
      return [node.operand, node.low, node.high];
    case "and":
    case "or":
    case "min":
    case "max":
      return node.operands;
    case "not":
    case "scale":
    case "abs":
      return [node.operand];
    case "if":
      return [node.condition, node.then, node.otherwise];
    case "round":
      return node.step ? [node.numerator, node.divisor, node.step] : [node.numerator, node.divisor];
    case "default":
      return [node.fact, node.otherwise];
    case "present":
      return [node.fact];
    case "add-months":
    case "add-years":
      return [node.day, node.count];
    case "years-between":
      return [node.from, node.to];
  }
}

/** Whether the test holds for the expression or any below it. */
export function someExpression(node: Expression, test: (node: Expression) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someExpression(child, test));
}

/** The outermost expressions of one wording of a rule: the formula, or every cell, output and `empty` of the table. */
export function walkVersion(version: RuleVersion): readonly Expression[] {
  const { body } = version;
  if (body.kind === "is") return [body.expression];
  const rows = body.rows.flatMap((row) => [
    ...row.cells.flatMap((cell) => (cell.kind === "when" ? [cell.test] : [])),
    row.output,
  ]);
  return body.empty ? [...rows, body.empty] : rows;
}
