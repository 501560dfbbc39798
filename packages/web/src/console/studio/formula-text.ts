import { type CheckedRulebook, type Exact, type Expression, labelText, valueText } from "@twinline/rulebook";
import type { Locale } from "../../format/index.ts";
import type { Text } from "../../ui/language.ts";

/** Who reads a formula: names are told by their labels, codes and figures as people of the language write them. */
export type Reader = { readonly rulebook: CheckedRulebook; readonly locale: Locale; readonly text: Text };

const signs = { "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥" } as const;
const operations = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** An expression of the law as a sentence of the reader's language; the checker has lowered it, so nothing is left to guess. */
export function formulaText(node: Expression, reader: Reader): string {
  const { rulebook, locale, text } = reader;
  const say = (part: Expression): string => formulaText(part, reader);
  const inner = (part: Expression): string => (isAtom(part) ? say(part) : `(${say(part)})`);
  const list = (parts: readonly Expression[]): string => parts.map(say).join("; ");
  switch (node.kind) {
    case "literal":
      return valueText(rulebook, locale, node.type, node.value);
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
      return labelText(rulebook, locale, node.name);
    case "legal-day":
      return text("console.studio.formula.day");
    case "compare":
      return `${inner(node.left)} ${signs[node.comparison]} ${inner(node.right)}`;
    case "compare-ratio":
      return `${inner(node.dividend)} ÷ ${inner(node.divisor)} ${signs[node.comparison]} ${inner(node.rate)}`;
    case "within":
      return `${inner(node.low)} ${node.includesLow ? "≤" : "<"} ${inner(node.operand)} ${node.includesHigh ? "≤" : "<"} ${inner(node.high)}`;
    case "and":
    case "or":
      return node.operands.map(inner).join(` ${text(`console.studio.formula.${node.kind}`)} `);
    case "not":
      return text("console.studio.formula.not", { what: say(node.operand) });
    case "if":
      return text("console.studio.formula.if", {
        condition: say(node.condition),
        value: say(node.then),
        otherwise: say(node.otherwise),
      });
    case "add":
      return `${inner(node.left)} + ${inner(node.right)}`;
    case "subtract":
      return `${inner(node.left)} − ${inner(node.right)}`;
    case "multiply":
      return `${inner(node.left)} × ${inner(node.right)}`;
    case "scale":
      return say(node.operand);
    case "min":
    case "max":
      return text(`console.studio.formula.${node.kind}`, { list: list(node.operands) });
    case "abs":
      return `|${say(node.operand)}|`;
    case "round":
      return roundText(exactText(node.exact, reader), node.step && say(node.step), text);
    case "default":
      return text("console.studio.formula.default", { what: say(node.fact), otherwise: say(node.otherwise) });
    case "present":
      return text("console.studio.formula.present", { what: say(node.fact) });
    case "add-months":
    case "add-years":
      return text(`console.studio.formula.${node.kind}`, { day: inner(node.day), count: inner(node.count) });
    case "years-between":
      return text("console.studio.formula.years-between", { from: say(node.from), to: say(node.to) });
  }
}

function roundText(what: string, step: string | undefined, text: Text): string {
  return step === undefined
    ? text("console.studio.formula.round", { what })
    : text("console.studio.formula.round-step", { what, step });
}

function exactText(exact: Exact, reader: Reader): string {
  if (exact.kind === "exact-value") return formulaText(exact.value, reader);
  const [left, right] = [exact.left, exact.right].map((part) =>
    part.kind === "exact-value" && isAtom(part.value) ? exactText(part, reader) : `(${exactText(part, reader)})`,
  );
  return `${left} ${operations[exact.operation]} ${right}`;
}

const atoms = new Set<Expression["kind"]>([
  "literal",
  "fact",
  "parameter",
  "counter",
  "rule",
  "legal-day",
  "min",
  "max",
]);

function isAtom(node: Expression): boolean {
  return node.kind === "scale" ? isAtom(node.operand) : atoms.has(node.kind);
}
