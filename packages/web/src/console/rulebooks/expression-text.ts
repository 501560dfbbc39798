import { type CheckedRulebook, type Exact, type Expression, labelText, valueText } from "@twinline/rulebook";
import type { Locale } from "../../format/index.ts";
import type { Text } from "../../ui/language.ts";

/** What an expression is written with: the rulebook's labels in the reader's language, and the words between them. */
export type Writing = { readonly rulebook: CheckedRulebook; readonly locale: Locale; readonly text: Text };

const signs = { "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥" } as const;
const operations = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** An expression of the law as a person reads it: labels in place of names, signs in place of words where there are signs. */
export function expressionText(node: Expression, writing: Writing): string {
  const { rulebook, locale, text } = writing;
  const tell = (child: Expression): string => expressionText(child, writing);
  const group = (child: Expression): string => (isAtom(child) ? tell(child) : `(${tell(child)})`);
  switch (node.kind) {
    case "literal":
      return literalText(node, writing);
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
      return labelText(rulebook, locale, node.name);
    case "legal-day":
      return text("console.legal-day");
    case "and":
    case "or":
      return node.operands.map(group).join(` ${text(`console.expression.${node.kind}`)} `);
    case "not":
      return `${text("console.expression.not")} ${group(node.operand)}`;
    case "compare":
      return `${group(node.left)} ${signs[node.comparison]} ${group(node.right)}`;
    case "compare-ratio":
      return `${group(node.dividend)} ÷ ${group(node.divisor)} ${signs[node.comparison]} ${group(node.rate)}`;
    case "within":
      return `${tell(node.low)} ${node.includesLow ? "≤" : "<"} ${group(node.operand)} ${node.includesHigh ? "≤" : "<"} ${tell(node.high)}`;
    case "if":
      return text("console.expression.if", {
        condition: tell(node.condition),
        yes: tell(node.then),
        no: tell(node.otherwise),
      });
    case "add":
      return `${tell(node.left)} + ${tell(node.right)}`;
    case "subtract":
      return `${tell(node.left)} − ${group(node.right)}`;
    case "multiply":
      return `${group(node.left)} × ${group(node.right)}`;
    case "scale":
      return tell(node.operand);
    case "min":
    case "max":
      return `${text(`console.expression.${node.kind}`)} (${node.operands.map(tell).join("; ")})`;
    case "abs":
      return `|${tell(node.operand)}|`;
    case "round":
      return `≈ (${exactText(node.exact, writing)})`;
    case "present":
      return text("console.expression.given", { name: tell(node.fact) });
    case "default":
      return text("console.expression.default", { name: tell(node.fact), otherwise: tell(node.otherwise) });
    case "add-months":
      return text("console.expression.months", { day: tell(node.day), count: tell(node.count) });
    case "add-years":
      return text("console.expression.years", { day: tell(node.day), count: tell(node.count) });
    case "years-between":
      return text("console.expression.between", { from: tell(node.from), to: tell(node.to) });
  }
}

/** An amount that is rounded afterwards, as the author wrote it. */
function exactText(exact: Exact, writing: Writing): string {
  if (exact.kind === "exact-value") return expressionText(exact.value, writing);
  const group = (one: Exact): string =>
    one.kind === "exact-value" && isAtom(one.value) ? exactText(one, writing) : `(${exactText(one, writing)})`;
  return `${group(exact.left)} ${operations[exact.operation]} ${group(exact.right)}`;
}

function literalText(node: Extract<Expression, { kind: "literal" }>, { rulebook, locale }: Writing): string {
  const { value, type } = node;
  return typeof value === "object" ? String(value) : valueText(rulebook, locale, type, value);
}

function isAtom({ kind }: Expression): boolean {
  return ["literal", "fact", "parameter", "counter", "rule", "legal-day", "min", "max", "abs", "round"].includes(kind);
}
