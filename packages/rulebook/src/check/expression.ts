import type { Expression } from "../ir/expression.ts";
import type { Place } from "../ir/place.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { Range, Syntax } from "../parse/syntax.ts";
import { inferCall } from "./calls.ts";
import { compare, isOrdered } from "./comparison.ts";
import type { Context } from "./context.ts";
import { hull, intervalOf, toBounds } from "./interval.ts";
import { inferLiteral } from "./literal.ts";
import { assume } from "./narrow.ts";
import { operate } from "./operations.ts";
import { refer } from "./references.ts";
import { settle, unify } from "./settle.ts";
import type { Term } from "./term.ts";

const boolean = { kind: "boolean" } as const;

/** Checks an expression that is to have a type; rates keep their own scale. */
export function checkExpression(syntax: Syntax, type: ValueType, context: Context): Expression | undefined {
  const term = infer(syntax, context, type);
  if (term === undefined) return undefined;
  if (term.kind === "value" && term.node.type.kind === "rate" && type.kind === "rate") return term.node;
  return settle(term, type, context);
}

/** Checks an expression that is a condition. */
export function checkCondition(syntax: Syntax, context: Context): Expression | undefined {
  return checkExpression(syntax, boolean, { ...context, rounding: false });
}

function infer(syntax: Syntax, context: Context, expected?: ValueType): Term | undefined {
  switch (syntax.kind) {
    case "number":
    case "text":
    case "boolean":
    case "day":
      return inferLiteral(syntax, context);
    case "name":
      return asTerm(refer(syntax.name, syntax.at, context));
    case "call":
      return inferCall(syntax, context, infer, expected);
    case "operation": {
      // The sides of a sum are of its type; those of a product need not be.
      const inner = syntax.operator === "+" || syntax.operator === "-" ? expected : undefined;
      const left = infer(syntax.left, context, inner);
      const right = infer(syntax.right, context, inner);
      return left && right && operate(syntax.operator, left, right, syntax.at, context, expected);
    }
    case "comparison": {
      const left = infer(syntax.left, { ...context, rounding: false });
      const right = infer(syntax.right, { ...context, rounding: false });
      return left && right && asTerm(compare(syntax.comparison, left, right, syntax.at, context));
    }
    case "within":
      return asTerm(checkWithin(syntax.operand, syntax.range, context));
    case "and":
    case "or":
      return asTerm(checkChain(syntax, context));
    case "not": {
      const operand = checkCondition(syntax.operand, context);
      return asTerm(operand && { kind: "not", type: boolean, operand, at: syntax.at });
    }
    case "if":
      return asTerm(checkIf(syntax, context, expected));
  }
}

function asTerm(node: Expression | undefined): Term | undefined {
  return node && { kind: "value", node };
}

function checkWithin(syntax: Syntax, range: Range, context: Context): Expression | undefined {
  const operand = infer(syntax, { ...context, rounding: false });
  return operand && withinRange(operand, range, context);
}

/** `operand in range`, also for the range cells of tables. */
export function withinRange(operand: Term, range: Range, context: Context): Expression | undefined {
  const low = infer(range.low, { ...context, rounding: false });
  const high = infer(range.high, { ...context, rounding: false });
  if (low === undefined || high === undefined) return undefined;
  const operands = unify([operand, low, high], context, { verb: "compare" });
  if (operands === undefined || !isOrdered(operands.type, range.at, context)) return undefined;
  const [value, from, to] = operands.nodes;
  const { includesLow, includesHigh, at } = range;
  return { kind: "within", type: boolean, operand: value!, low: from!, high: to!, includesLow, includesHigh, at };
}

/** A later operand may rely on the earlier ones: in an "and" that they hold, in an "or" that they do not. */
function checkChain(syntax: Extract<Syntax, { kind: "and" | "or" }>, context: Context): Expression | undefined {
  const operands: Expression[] = [];
  let known = context;
  for (const part of syntax.operands) {
    const operand = checkCondition(part, known);
    if (operand === undefined) continue;
    operands.push(operand);
    known = assume(operand, syntax.kind === "and", known);
  }
  if (operands.length < syntax.operands.length) return undefined;
  return { kind: syntax.kind, type: boolean, operands, at: syntax.at };
}

function checkIf(
  syntax: Extract<Syntax, { kind: "if" }>,
  context: Context,
  expected?: ValueType,
): Expression | undefined {
  const condition = checkCondition(syntax.condition, context);
  const whole = { ...context, rounding: false };
  const then = infer(syntax.then, condition ? assume(condition, true, whole) : whole, expected);
  const otherwise = infer(syntax.otherwise, condition ? assume(condition, false, whole) : whole, expected);
  if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
  const branches = unify([then, otherwise], context, { verb: "choose between", id: "type/branches" }, expected);
  if (branches === undefined) return undefined;
  const { type, nodes } = branches;
  return makeIf(type, condition, nodes[0]!, nodes[1]!, syntax.at);
}

function makeIf(
  type: ValueType,
  condition: Expression,
  then: Expression,
  otherwise: Expression,
  at: Place,
): Expression {
  const bounds = then.bounds && { bounds: toBounds(hull([intervalOf(then), intervalOf(otherwise)])) };
  return { kind: "if", type, ...bounds, condition, then, otherwise, at };
}
