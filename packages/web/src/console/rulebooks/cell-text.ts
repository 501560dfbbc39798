import type { Cell, Expression } from "@twinline/rulebook";
import { expressionText, type Writing } from "./expression-text.ts";

const ANY = "–";
const references = new Set<Expression["kind"]>(["fact", "parameter", "counter", "rule", "legal-day"]);

/**
 * A cell of a decision table in the reader's words. The column's name stands above it, so it is left out: "passport; permit",
 * "< 0", "not given".
 */
export function cellText(cell: Cell, writing: Writing): string {
  return cell.kind === "any" ? ANY : testText(cell.test, writing);
}

function testText(test: Expression, writing: Writing): string {
  switch (test.kind) {
    case "or":
      return test.operands.map((one) => testText(one, writing)).join("; ");
    case "and":
      // A test of an optional fact asks first whether it was given; what follows says so by itself.
      return test.operands
        .filter(({ kind }) => kind !== "present")
        .map((one) => testText(one, writing))
        .join(` ${writing.text("console.expression.and")} `);
    case "not":
      return test.operand.kind === "present"
        ? writing.text("console.expression.missing")
        : `${writing.text("console.expression.not")} (${testText(test.operand, writing)})`;
    case "compare":
      return references.has(test.left.kind) ? comparedText(test, writing) : expressionText(test, writing);
    default:
      return expressionText(test, writing);
  }
}

function comparedText({ comparison, left, right }: Extract<Expression, { kind: "compare" }>, writing: Writing): string {
  if (comparison === "=") return expressionText(right, writing);
  const whole = expressionText(
    { kind: "compare", comparison, left, right, type: { kind: "boolean" }, at: right.at },
    writing,
  );
  return whole.slice(expressionText(left, writing).length).trim();
}
