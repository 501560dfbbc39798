import {
  type CheckedRulebook,
  type Expression,
  formulaText,
  type Hand,
  labelText,
  valueText,
} from "@twinline/rulebook";
import type { Locale } from "../../format/index.ts";
import type { Text } from "../../ui/language.ts";

/** What an expression is written with: the rulebook's labels in the reader's language, and the words between them. */
export type Writing = { readonly rulebook: CheckedRulebook; readonly locale: Locale; readonly text: Text };

/** An expression of the law as a person reads it: labels in place of names, both branches of a choice. */
export function expressionText(node: Expression, writing: Writing): string {
  return formulaText(node, writing.locale, handOf(writing));
}

function handOf(writing: Writing): Hand {
  const { text } = writing;
  const tell = (node: Expression): string => expressionText(node, writing);
  return {
    leaf: (node) => leafText(node, writing),
    choice: ({ condition, then, otherwise }) =>
      text("console.expression.if", { condition: tell(condition), yes: tell(then), no: tell(otherwise) }),
    given: ({ fact }) => text("console.expression.given", { name: tell(fact) }),
    fallback: ({ fact, otherwise }) =>
      text("console.expression.default", { name: tell(fact), otherwise: tell(otherwise) }),
    isSimple: isAtom,
  };
}

function leafText(node: Expression, writing: Writing): string {
  const { rulebook, locale, text } = writing;
  const tell = (child: Expression): string => expressionText(child, writing);
  const group = (child: Expression): string => (isAtom(child) ? tell(child) : `(${tell(child)})`);
  switch (node.kind) {
    case "literal":
      return typeof node.value === "object" ? String(node.value) : valueText(rulebook, locale, node.type, node.value);
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
    case "within":
      return `${tell(node.low)} ${node.includesLow ? "≤" : "<"} ${group(node.operand)} ${node.includesHigh ? "≤" : "<"} ${tell(node.high)}`;
    default:
      throw new TypeError(`Cannot write the expression "${node.kind}": it is no leaf`);
  }
}

function isAtom({ kind }: Expression): boolean {
  return ["literal", "fact", "parameter", "counter", "rule", "legal-day", "min", "max", "abs", "round"].includes(kind);
}
