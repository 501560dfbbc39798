import type { Arithmetic } from "../../ir/arithmetic.ts";
import type { Expression } from "../../ir/expression.ts";
import type { Logic } from "../../ir/logic.ts";
import { isNumeric } from "../../ir/value-type.ts";
import { addMonthsText, yearsBetweenText } from "./calendar.ts";
import { constantText, integerText } from "./constant.ts";
import { quoteName } from "./dialect.ts";
import { parameterText } from "./parameter.ts";
import { roundText } from "./round.ts";
import { type SqlScope, share, under } from "./scope.ts";

/** SQL of a checked expression over the columns of the level below; every kind of node has one. */
export function expressionText(node: Expression, scope: SqlScope): string {
  const { dialect } = scope;
  const emit = (child: Expression) => expressionText(child, scope);
  switch (node.kind) {
    case "literal":
      return constantText(node.type, node.value, dialect);
    case "fact":
    case "counter":
    case "rule":
      return quoteName(node.name);
    case "legal-day":
      return '"legal"';
    case "parameter":
      return parameterText(node.name, scope);
    case "present":
      return `(${quoteName(node.fact.name)} IS NOT NULL)`;
    case "default":
      return `coalesce(${quoteName(node.fact.name)}, ${expressionText(node.otherwise, under(scope, `${quoteName(node.fact.name)} IS NULL`))})`;
    case "round": {
      const rounded = roundText(node, emit(node.numerator), emit(node.divisor), scope);
      return node.step ? `(${rounded} * ${emit(node.step)})` : rounded;
    }
    case "add-months":
    case "add-years": {
      const count = node.kind === "add-years" ? `(12 * ${emit(node.count)})` : emit(node.count);
      return addMonthsText(share(emit(node.day), scope), count, node.endOfMonth, scope);
    }
    case "years-between":
      return yearsBetweenText(share(emit(node.from), scope), share(emit(node.to), scope), node.endOfMonth, dialect);
    case "add":
    case "subtract":
    case "multiply":
    case "scale":
    case "min":
    case "max":
    case "abs":
      return arithmeticText(node, emit, scope);
    default:
      return logicText(node, scope);
  }
}

function arithmeticText(node: Arithmetic, emit: (child: Expression) => string, { dialect }: SqlScope): string {
  switch (node.kind) {
    case "add":
      return `(${emit(node.left)} + ${emit(node.right)})`;
    case "subtract":
      return `(${emit(node.left)} - ${emit(node.right)})`;
    case "multiply":
      return `(${emit(node.left)} * ${emit(node.right)})`;
    case "scale":
      return `(${emit(node.operand)} * ${integerText(node.by, dialect)})`;
    case "abs":
      // In ClickHouse the amount of a signed number has no sign in its type either.
      return dialect.integer(`abs(${emit(node.operand)})`);
    // No operand is ever NULL here: `least` and `greatest` would skip it without a word.
    case "min":
      return `least(${node.operands.map(emit).join(", ")})`;
    case "max":
      return `greatest(${node.operands.map(emit).join(", ")})`;
  }
}

function logicText(node: Logic, scope: SqlScope): string {
  const emit = (child: Expression) => expressionText(child, scope);
  switch (node.kind) {
    case "compare":
    case "compare-ratio":
      return `(${emit(node.left)} ${node.comparison === "!=" ? "<>" : node.comparison} ${emit(node.right)})`;
    case "within": {
      const operand = isNumeric(node.operand.type) ? share(emit(node.operand), scope) : emit(node.operand);
      const [low, high] = [emit(node.low), emit(node.high)];
      return `(${low} ${node.includesLow ? "<=" : "<"} ${operand} AND ${operand} ${node.includesHigh ? "<=" : "<"} ${high})`;
    }
    case "and":
      return `(${sequenceTexts(node.operands, scope, (text) => text).join(" AND ")})`;
    case "or":
      return `(${sequenceTexts(node.operands, scope, (text) => `NOT ${text}`).join(" OR ")})`;
    case "not":
      return `(NOT ${emit(node.operand)})`;
    case "if": {
      const condition = emit(node.condition);
      const then = expressionText(node.then, under(scope, condition));
      const otherwise = expressionText(node.otherwise, under(scope, `NOT ${condition}`));
      return `(CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END)`;
    }
  }
}

/** Operands run left to right: each under what the earlier ones have come to. */
export function sequenceTexts(
  operands: readonly Expression[],
  scope: SqlScope,
  guard: (text: string) => string,
): readonly string[] {
  const texts: string[] = [];
  for (const operand of operands) texts.push(expressionText(operand, under(scope, ...texts.map(guard))));
  return texts;
}
