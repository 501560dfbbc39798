import type { Arithmetic } from "../../ir/arithmetic.ts";
import type { Calendar } from "../../ir/calendar.ts";
import type { Expression } from "../../ir/expression.ts";
import type { Literal } from "../../ir/literal.ts";
import type { Optional } from "../../ir/optional.ts";
import type { FactReference, Reference } from "../../ir/reference.ts";
import type { Round } from "../../ir/rounding.ts";
import { isWide } from "../wide.ts";
import { convert, emitConstant } from "./held.ts";
import { fitsInt32 } from "./int32.ts";
import { emitParameter } from "./parameter.ts";
import { emitRound, roundsWide } from "./round.ts";
import type { Scope } from "./scope.ts";

/** JavaScript text for an expression, in the form its own bounds ask for: plain numbers or bigints. */
export function emitExpression(node: Expression, scope: Scope): string {
  switch (node.kind) {
    case "literal":
      return emitConstant(node.value, node.bounds !== undefined, isWide(node));
    case "fact":
      return convert(scope.fact(node.name), scope.plan.wide.has(node.name), isWide(node));
    case "counter":
      return convert(`c_${node.name}`, scope.plan.wide.has(node.name), isWide(node));
    case "parameter":
      return convert(emitParameter(node.name, scope), scope.plan.wide.has(node.name), isWide(node));
    case "rule":
      return convert(scope.rule(node.name), scope.plan.wide.has(node.name), isWide(node));
    case "legal-day":
      return "legal";
    case "default":
      return `(${scope.fact(node.fact.name)} === undefined ? ${emitIn(node.otherwise, isWide(node), scope)} : ${emitFactAs(node.fact, isWide(node), scope)})`;
    case "present":
      return `(${scope.fact(node.fact.name)} !== undefined)`;
    case "add-months":
    case "add-years": {
      const months = node.kind === "add-years" ? 12 : 1;
      return `addMonths(${emitIn(node.day, false, scope)}, ${emitIn(node.count, false, scope)} * ${months}, ${JSON.stringify(node.endOfMonth)}, ${JSON.stringify(scope.current)})`;
    }
    case "years-between":
      return `yearsBetween(${emitIn(node.from, false, scope)}, ${emitIn(node.to, false, scope)}, ${JSON.stringify(node.endOfMonth)}, ${JSON.stringify(scope.current)})`;
    case "round":
      return emitRounding(node, scope);
    default:
      return emitOperation(node, scope);
  }
}

function emitRounding(node: Round, scope: Scope): string {
  const wide = roundsWide(node);
  const step = node.step && emitIn(node.step, wide, scope);
  const operands = [node.numerator, node.divisor].map((operand) => emitIn(operand, wide, scope));
  return emitSmall(node, emitRound(node, operands[0]!, operands[1]!, step, scope.constant));
}

type Operation = Exclude<Expression, Literal | Reference | Optional | Calendar | Round>;

function emitOperation(node: Operation, scope: Scope): string {
  switch (node.kind) {
    case "and":
    case "or": {
      const glue = node.kind === "and" ? " && " : " || ";
      return `(${node.operands.map((operand) => emitExpression(operand, scope)).join(glue)})`;
    }
    case "not":
      return `!${emitExpression(node.operand, scope)}`;
    case "if": {
      const wide = isWide(node);
      return `(${emitExpression(node.condition, scope)} ? ${emitIn(node.then, wide, scope)} : ${emitIn(node.otherwise, wide, scope)})`;
    }
    case "compare":
    case "compare-ratio": {
      const wide = isWide(node.left) || isWide(node.right);
      return `(${emitIn(node.left, wide, scope)} ${operators[node.comparison]} ${emitIn(node.right, wide, scope)})`;
    }
    case "within": {
      const low = emitComparison(node.low, node.includesLow ? "<=" : "<", node.operand, scope);
      return `(${low} && ${emitComparison(node.operand, node.includesHigh ? "<=" : "<", node.high, scope)})`;
    }
    default:
      return emitArithmetic(node, scope);
  }
}

function emitArithmetic(node: Arithmetic, scope: Scope): string {
  const wide = isWide(node) || operandsOf(node).some(isWide);
  const operands = operandsOf(node).map((operand) => emitIn(operand, wide, scope));
  return emitSmall(node, convert(emitCalculation(node, operands, wide), wide, isWide(node)));
}

function emitCalculation(node: Arithmetic, operands: readonly string[], wide: boolean): string {
  switch (node.kind) {
    case "add":
      return `(${operands.join(" + ")})`;
    case "subtract":
      return `(${operands.join(" - ")})`;
    case "multiply":
      // 0 * -5 is -0, which breaks byte equality
      return wide || Number(node.bounds?.min) >= 0 ? `(${operands.join(" * ")})` : `(${operands.join(" * ")} + 0)`;
    case "scale":
      return `(${operands[0]} * ${node.by}${wide ? "n" : ""})`;
    case "abs":
      return wide ? `absWide(${operands[0]})` : `Math.abs(${operands[0]})`;
    case "min":
    case "max":
      return `${wide ? `${node.kind}Wide` : `Math.${node.kind}`}(${operands.join(", ")})`;
  }
}

/** Says of an integer that is proven to fit 32 bits that it does: the engine then computes without doubles. */
function emitSmall(node: Expression, text: string): string {
  return fitsInt32(node.bounds) ? `(${text} | 0)` : text;
}

function operandsOf(node: Arithmetic): readonly Expression[] {
  if (node.kind === "min" || node.kind === "max") return node.operands;
  return node.kind === "scale" || node.kind === "abs" ? [node.operand] : [node.left, node.right];
}

function emitComparison(left: Expression, operator: string, right: Expression, scope: Scope): string {
  const wide = isWide(left) || isWide(right);
  return `${emitIn(left, wide, scope)} ${operator} ${emitIn(right, wide, scope)}`;
}

/** The expression's text, brought to the form the surrounding operation works in. */
export function emitIn(node: Expression, wide: boolean, scope: Scope): string {
  return convert(emitExpression(node, scope), isWide(node), wide);
}

function emitFactAs(fact: FactReference, wide: boolean, scope: Scope): string {
  return convert(scope.fact(fact.name), scope.plan.wide.has(fact.name), wide);
}

const operators = { "=": "===", "!=": "!==", "<": "<", "<=": "<=", ">": ">", ">=": ">=" } as const;
