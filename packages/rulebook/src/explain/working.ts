import type { Expression } from "../ir/expression.ts";
import type { Comparison, If } from "../ir/logic.ts";
import type { Default, Present } from "../ir/optional.ts";
import type { Exact } from "../ir/rounding.ts";
import type { Language } from "../ir/texts.ts";
import { isGiven } from "./path.ts";
import type { Teller } from "./teller.ts";
import { labelText, valueText } from "./value-text.ts";
import { fill, functionWords, presence, roundingWords } from "./words.ts";

/** How a writer of formulas puts what is not arithmetic: a name or its value, both branches or the one that was taken. */
export type Hand = {
  /** Names, literals, and whatever is neither arithmetic nor one of those below. */
  readonly leaf: (node: Expression) => string;
  readonly choice: (node: If) => string;
  readonly given: (node: Present) => string;
  readonly fallback: (node: Default) => string;
  /** Whether what is written is one word or value, so that it needs no brackets. */
  readonly isSimple: (node: Expression) => boolean;
};

/** A formula as people read it, in signs and words of the language; `hand` writes the rest. */
export function formulaText(node: Expression, language: Language, hand: Hand): string {
  const tell = (child: Expression) => formulaText(child, language, hand);
  const group = (child: Expression) => (hand.isSimple(child) ? tell(child) : `(${tell(child)})`);
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
      return hand.choice(node);
    case "round":
      return call(roundingWords[node.mode][language], [exactText(node.exact, language, hand, 0)], language);
    case "compare":
      return `${tell(node.left)} ${signs[node.comparison]} ${tell(node.right)}`;
    case "compare-ratio":
      return `${group(node.dividend)} ÷ ${group(node.divisor)} ${signs[node.comparison]} ${tell(node.rate)}`;
    case "present":
      return hand.given(node);
    case "default":
      return hand.fallback(node);
    case "add-months":
    case "add-years": {
      const unit = node.kind === "add-years" ? functionWords.years : functionWords.months;
      return `${tell(node.day)} + ${tell(node.count)} ${unit[language]}`;
    }
    case "years-between":
      return call(functionWords.yearsBetween[language], [tell(node.from), tell(node.to)], language);
    default:
      return hand.leaf(node);
  }
}

/** An expression with its values in place of its names, and only the branch that was taken. */
export function workingText(node: Expression, language: Language, teller: Teller): string {
  const tell = (child: Expression) => workingText(child, language, teller);
  return formulaText(node, language, {
    leaf: (leaf) => valueText(teller.rulebook, language, leaf.type, teller.evaluate(leaf), "bare"),
    choice: ({ condition, then, otherwise }) => tell(teller.evaluate(condition) ? then : otherwise),
    given: ({ fact }) => presenceText(fact.name, language, teller),
    fallback: ({ fact, otherwise }) => tell(isGiven(fact.name, teller) ? fact : otherwise),
    isSimple: (child) => isSimple(child, teller),
  });
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

const precedence = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;
const exactSigns = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

function exactText(exact: Exact, language: Language, hand: Hand, outer: number): string {
  if (exact.kind === "exact-value") {
    const text = formulaText(exact.value, language, hand);
    return outer > precedence["+"] && !hand.isSimple(exact.value) ? `(${text})` : text;
  }
  const own = precedence[exact.operation];
  const left = exactText(exact.left, language, hand, own);
  const right = exactText(exact.right, language, hand, own + 1);
  const text = `${left} ${exactSigns[exact.operation]} ${right}`;
  return own < outer ? `(${text})` : text;
}

function call(name: string, operands: readonly string[], language: Language): string {
  if (language === "zh") return `${name}（${operands.join("，")}）`;
  return `${name} (${operands.join(language === "en" ? ", " : "; ")})`;
}
