import type { Expression } from "../ir/expression.ts";
import { fromBigInt, toBigInt } from "../ir/integer.ts";
import type { Place } from "../ir/place.ts";
import type { ExchangeType, ValueType } from "../ir/value-type.ts";
import { findMinorDigits } from "../read/scalar/currency.ts";
import { makeAdd, makeLiteral, makeMultiply, makeSubtract, overflows } from "./build.ts";
import type { Context } from "./context.ts";
import { combine, reportOperation, termText, toExact, unitOf } from "./exact.ts";
import { unify } from "./settle.ts";
import type { ExactTerm, Term } from "./term.ts";

type Operator = "+" | "-" | "*" | "/";

/** The result of `left operator right` by types (§2), exact where the result is not whole. */
export function operate(
  operator: Operator,
  left: Term,
  right: Term,
  at: Place,
  context: Context,
  expected?: ValueType,
): Term | undefined {
  const node =
    operator === "+" || operator === "-"
      ? sum(operator, left, right, at, context, expected)
      : product(operator, left, right, at);
  if (node === "refused") return undefined;
  if (node !== undefined) return overflows(node, context.findings) ? undefined : { kind: "value", node };
  return operateExactly(operator, left, right, at, context);
}

/** The sum of two whole values of one type, or with days; undefined when one of them is an exact amount. */
function sum(
  operator: "+" | "-",
  left: Term,
  right: Term,
  at: Place,
  context: Context,
  expected?: ValueType,
): Expression | "refused" | undefined {
  if (left.kind === "exact" || right.kind === "exact") return undefined;
  const make = operator === "+" ? makeAdd : makeSubtract;
  const days = sumDays(operator, left, right, at);
  if (days !== undefined) return days;
  const verb = operator === "+" ? "add" : "subtract";
  const operands = unify([left, right], context, { verb }, expected);
  if (operands === undefined) return "refused";
  const { type, nodes } = operands;
  if (type.kind === "integer" || type.kind === "money" || type.kind === "quantity" || type.kind === "rate") {
    return make(type, nodes[0]!, nodes[1]!, at);
  }
  reportOperation(operator, termText(left), termText(right), "type/mismatch", at, context);
  return "refused";
}

/** day + integer, integer + day, day - integer, day - day. */
function sumDays(operator: "+" | "-", left: Term, right: Term, at: Place): Expression | undefined {
  const day = { kind: "day" } as const;
  const [leftNode, rightNode] = [wholeNode(left), wholeNode(right)];
  if (leftNode === undefined || rightNode === undefined) return undefined;
  const [leftKind, rightKind] = [leftNode.type.kind, rightNode.type.kind];
  if (operator === "+" && leftKind === "day" && rightKind === "integer") return makeAdd(day, leftNode, rightNode, at);
  if (operator === "+" && leftKind === "integer" && rightKind === "day") return makeAdd(day, rightNode, leftNode, at);
  if (operator === "-" && leftKind === "day" && rightKind === "integer")
    return makeSubtract(day, leftNode, rightNode, at);
  if (operator === "-" && leftKind === "day" && rightKind === "day")
    return makeSubtract({ kind: "integer" }, leftNode, rightNode, at);
  return undefined;
}

/** Products that are whole: integers, an amount or rate times an integer, rate times rate. */
function product(operator: "*" | "/", left: Term, right: Term, at: Place): Expression | undefined {
  const [a, b] = [wholeNode(left), wholeNode(right)];
  if (operator === "/" || a === undefined || b === undefined) return undefined;
  const type = productType(a.type, b.type) ?? productType(b.type, a.type);
  return type && makeMultiply(type, a, b, at);
}

function productType(a: ValueType, b: ValueType): ValueType | undefined {
  if (
    b.kind === "integer" &&
    (a.kind === "integer" || a.kind === "money" || a.kind === "quantity" || a.kind === "rate")
  )
    return a;
  if (a.kind !== "rate" || b.kind !== "rate") return undefined;
  return { kind: "rate", over: fromBigInt(toBigInt(a.over) * toBigInt(b.over)) };
}

function wholeNode(term: Term): Expression | undefined {
  if (term.kind === "number") return makeLiteral({ kind: "integer" }, term.value, term.at);
  return term.kind === "value" ? term.node : undefined;
}

function operateExactly(operator: Operator, left: Term, right: Term, at: Place, context: Context): Term | undefined {
  const exchanged = exchange(operator, left, right, at, context);
  if (exchanged !== undefined) return exchanged === "refused" ? undefined : exchanged;
  const [a, b] = [toExact(left, unitOf(right)), toExact(right, unitOf(left))];
  if (a !== undefined && b !== undefined) return combine(operator, a, b, at, context);
  reportOperation(operator, termText(left), termText(right), "type/mismatch", at, context);
  return undefined;
}

/** money A × exchange A B, and money B ÷ exchange A B. */
function exchange(
  operator: Operator,
  left: Term,
  right: Term,
  at: Place,
  context: Context,
): ExactTerm | "refused" | undefined {
  const rate = right.kind === "value" ? right.node : undefined;
  if (rate?.type.kind !== "exchange" || (operator !== "*" && operator !== "/")) return undefined;
  const { from, to, over } = rate.type as ExchangeType;
  const [given, wanted] = operator === "*" ? [from, to] : [to, from];
  const amount = toExact(left, { kind: "integer" });
  if (amount?.unit.kind !== "money" || amount.unit.currency !== given) {
    const id = amount?.unit.kind === "money" ? "type/currency" : "type/mismatch";
    const sentence = `Cannot convert ${termText(left)} with an exchange rate of ${from} and ${to}: money ${given} is expected`;
    context.findings.error(id, at, sentence);
    return "refused";
  }
  const divisor = makeLiteral({ kind: "integer" }, toBigInt(over), rate.at);
  const exact = { kind: "exact-value", value: rate } as const;
  const factor: ExactTerm = { kind: "exact", unit: { kind: "integer" }, numerator: rate, divisor, exact, at: rate.at };
  const result = combine(operator, amount, factor, at, context);
  const unit = { kind: "money", currency: wanted, digits: findMinorDigits(wanted)! } as const;
  return result === undefined ? "refused" : { ...result, unit };
}
