import type { Expression } from "../ir/expression.ts";
import type { Comparison } from "../ir/logic.ts";
import type { Exact, Round } from "../ir/rounding.ts";
import type { Language } from "../ir/texts.ts";
import { isGiven } from "./path.ts";
import type { Teller } from "./teller.ts";
import { labelText, valueText } from "./value-text.ts";
import { fill, functionWords, presence, roundingWords } from "./words.ts";

/** An expression with its values in place of its names, and only the branch that was taken. */
export function workingText(node: Expression, language: Language, teller: Teller): string {
  const tell = (child: Expression) => workingText(child, language, teller);
  const group = (child: Expression) => (isSimple(child, teller) ? tell(child) : `(${tell(child)})`);
  switch (node.kind) {
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
      return call(functionWords[node.kind][language], node.operands.map(tell), language);
    case "abs":
      return call(functionWords.abs[language], [tell(node.operand)], language);
    case "if":
      return tell(teller.evaluate(node.condition) ? node.then : node.otherwise);
    case "round":
      return roundText(node, language, tell);
    case "compare":
      return `${tell(node.left)} ${signs[node.comparison]} ${tell(node.right)}`;
    case "compare-ratio":
      return `${group(node.dividend)} ÷ ${group(node.divisor)} ${signs[node.comparison]} ${tell(node.rate)}`;
    case "present":
      return presenceText(node.fact.name, language, teller);
    case "default":
      return isGiven(node.fact.name, teller) ? tell(node.fact) : tell(node.otherwise);
    case "add-months":
    case "add-years": {
      const unit = node.kind === "add-years" ? functionWords.years : functionWords.months;
      return `${tell(node.day)} + ${tell(node.count)} ${unit[language]}`;
    }
    case "years-between":
      return call(functionWords.yearsBetween[language], [tell(node.from), tell(node.to)], language);
    default:
      return valueText(teller.rulebook, language, node.type, teller.evaluate(node), "bare");
  }
}

/** Whether a fact was given, in words. */
export function presenceText(fact: string, language: Language, teller: Teller): string {
  const words = isGiven(fact, teller) ? presence.given : presence.missing;
  return fill(words[language], { name: labelText(teller.rulebook, language, fact) });
}

/** How a comparison is written for people. */
export const signs: { readonly [comparison in Comparison]: string } = {
  "=": "=",
  "!=": "≠",
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
};

/** Whether the working of an expression is one value, so that it needs no brackets and no "= value" after it. */
export function isSimple(node: Expression, teller: Teller): boolean {
  if (node.kind === "if") return isSimple(teller.evaluate(node.condition) ? node.then : node.otherwise, teller);
  if (node.kind === "default") return !isGiven(node.fact.name, teller) ? isSimple(node.otherwise, teller) : true;
  if (node.kind === "scale") return isSimple(node.operand, teller);
  return !operations.has(node.kind);
}

const operations = new Set<string>(
  "add subtract multiply min max abs round compare compare-ratio add-months add-years years-between".split(" "),
);

function roundText(node: Round, language: Language, tell: (node: Expression) => string): string {
  return call(roundingWords[node.mode][language], [exactText(node.exact, tell, 0)], language);
}

const precedence = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;
const exactSigns = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

function exactText(exact: Exact, tell: (node: Expression) => string, outer: number): string {
  if (exact.kind === "exact-value") return tell(exact.value);
  const own = precedence[exact.operation];
  const left = exactText(exact.left, tell, own);
  const right = exactText(exact.right, tell, own + 1);
  const text = `${left} ${exactSigns[exact.operation]} ${right}`;
  return own < outer ? `(${text})` : text;
}

function call(name: string, operands: readonly string[], language: Language): string {
  if (language === "zh") return `${name}（${operands.join("，")}）`;
  return `${name} (${operands.join(language === "en" ? ", " : "; ")})`;
}
