import type { Expression } from "../ir/expression.ts";
import type { Compare, Comparison } from "../ir/logic.ts";
import type { Language } from "../ir/texts.ts";
import type { Teller } from "./teller.ts";
import { labelText, valueText } from "./value-text.ts";
import { colon, fill, yesNo } from "./words.ts";
import { isSimple, presenceText, signs, workingText } from "./working.ts";

/**
 * Why a condition holds or does not, said as what is true: a comparison that fails is told by its opposite with
 * the values compared, an "and" that fails by its first failing part.
 */
export function conditionText(node: Expression, language: Language, teller: Teller): string {
  const holds = teller.evaluate(node) === true;
  switch (node.kind) {
    case "and":
    case "or":
      return junctionText(node, language, teller);
    case "not":
      return conditionText(node.operand, language, teller);
    case "compare":
      return comparisonText(node, holds ? node.comparison : opposites[node.comparison], language, teller);
    case "compare-ratio": {
      const sign = signs[holds ? node.comparison : opposites[node.comparison]];
      const ratio = [node.dividend, node.divisor].map((part) => namedText(part, language, teller)).join(" ÷ ");
      return `${ratio} ${sign} ${namedText(node.rate, language, teller)}`;
    }
    case "within": {
      const [operand, low, high] = [node.operand, node.low, node.high].map((each) => namedText(each, language, teller));
      const tooLow = !isAbove(node.operand, node.low, node.includesLow, teller);
      if (holds) return `${low} ${node.includesLow ? "≤" : "<"} ${operand} ${node.includesHigh ? "≤" : "<"} ${high}`;
      return tooLow
        ? `${operand} ${node.includesLow ? "<" : "≤"} ${low}`
        : `${operand} ${node.includesHigh ? ">" : "≥"} ${high}`;
    }
    case "present":
      return presenceText(node.fact.name, language, teller);
    default:
      return truthText(node, holds, language, teller);
  }
}

const opposites: { readonly [comparison in Comparison]: Comparison } = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

function junctionText(node: Extract<Expression, { kind: "and" | "or" }>, language: Language, teller: Teller): string {
  const deciding = node.operands.find((operand) => teller.evaluate(operand) === (node.kind === "or"));
  if (deciding) return conditionText(deciding, language, teller);
  return node.operands.map((operand) => conditionText(operand, language, teller)).join(language === "zh" ? "，" : ", ");
}

/** "mass fits: yes". */
function truthText(node: Expression, holds: boolean, language: Language, teller: Teller): string {
  return nameOf(node, language, teller) + colon[language] + (holds ? yesNo.yes : yesNo.no)[language];
}

function comparisonText(node: Compare, comparison: Comparison, language: Language, teller: Teller): string {
  const left = teller.evaluate(node.left);
  if (typeof left === "boolean" && node.right.kind === "literal") return truthText(node.left, left, language, teller);
  const isEqual = comparison === "=" && left === teller.evaluate(node.right);
  const name = referenceName(node.left);
  if (isEqual && name !== undefined) {
    const value = valueText(teller.rulebook, language, node.left.type, left, "bare");
    return `${labelText(teller.rulebook, language, name)} = ${value}`;
  }
  return `${namedText(node.left, language, teller)} ${signs[comparison]} ${namedText(node.right, language, teller)}`;
}

/** A name with its value ("age 30"), or the working where there is no name. */
function namedText(node: Expression, language: Language, teller: Teller): string {
  const name = referenceName(node);
  const working = workingText(node, language, teller);
  if (name === undefined) return isSimple(node, teller) ? working : `(${working})`;
  return fill("{name} {working}", { name: labelText(teller.rulebook, language, name), working });
}

function nameOf(node: Expression, language: Language, teller: Teller): string {
  const name = referenceName(node);
  return name === undefined ? workingText(node, language, teller) : labelText(teller.rulebook, language, name);
}

function referenceName(node: Expression): string | undefined {
  switch (node.kind) {
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
      return node.name;
    case "default":
      return node.fact.name;
    case "scale":
      return referenceName(node.operand);
    default:
      return undefined;
  }
}

function isAbove(node: Expression, low: Expression, includes: boolean, teller: Teller): boolean {
  const [value, bound] = [teller.evaluate(node), teller.evaluate(low)];
  return includes ? value >= bound : value > bound;
}
