import type { Expression } from "../ir/expression.ts";
import { toBigInt } from "../ir/integer.ts";
import type { Place } from "../ir/place.ts";
import type { Exact } from "../ir/rounding.ts";
import { leastCommonMultiple } from "../read/scalar/fraction.ts";
import { typeText } from "../read/scalar/type.ts";
import { makeAdd, makeLiteral, makeMultiply, makeScale, makeSubtract, overflows } from "./build.ts";
import type { Context } from "./context.ts";
import { intervalOf } from "./interval.ts";
import { adviceFor, findMismatch } from "./settle.ts";
import type { ExactTerm, Term, Unit } from "./term.ts";

type Operator = "+" | "-" | "*" | "/";

const integer = { kind: "integer" } as const;

/** A term as an exact fraction; undefined for what is no amount. A literal takes the unit of its partner. */
export function toExact(term: Term, partner: Unit): ExactTerm | undefined {
  if (term.kind === "exact") return term;
  if (term.kind === "text") return undefined;
  if (term.kind === "number") {
    const node = makeLiteral(integer, term.value, term.at);
    const unit = term.value === 0n ? partner : integer;
    return { kind: "exact", unit, numerator: node, divisor: one(term.at), exact: leaf(node), at: term.at };
  }
  const { node } = term;
  const { type, at } = node;
  const whole = { kind: "exact", numerator: node, divisor: one(at), exact: leaf(node), at } as const;
  if (type.kind === "integer" || type.kind === "money" || type.kind === "quantity") return { ...whole, unit: type };
  if (type.kind !== "rate") return undefined;
  return { ...whole, unit: integer, divisor: makeLiteral(integer, toBigInt(type.over), at) };
}

/** The exact result of an operation on two exact amounts whose units fit; otherwise a finding. */
export function combine(
  operator: Operator,
  left: ExactTerm,
  right: ExactTerm,
  at: Place,
  context: Context,
): ExactTerm | undefined {
  const unit = findUnit(operator, left, right, at, context);
  if (unit === undefined || (operator === "/" && !isPositive(right, context))) return undefined;
  const exact: Exact = { kind: "exact-operation", operation: operator, left: left.exact, right: right.exact };
  const { numerator, divisor } = calculate(operator, left, right, at);
  if (overflows(numerator, context.findings) || overflows(divisor, context.findings)) return undefined;
  return { kind: "exact", unit, numerator, divisor, exact, at };
}

/** Whether the divisor is proven greater than 0; if not, a finding. */
export function isPositive(divisor: ExactTerm, { findings }: Context): boolean {
  if (intervalOf(divisor.numerator).min > 0n) return true;
  findings.error(
    "bound/divisor",
    divisor.at,
    "Cannot divide by what may be 0 or negative: narrow its range, or divide only where it is greater",
  );
  return false;
}

function findUnit(
  operator: Operator,
  left: ExactTerm,
  right: ExactTerm,
  at: Place,
  context: Context,
): Unit | undefined {
  const plain = (term: ExactTerm) => term.unit.kind === "integer";
  const mismatch = findMismatch(left.unit, right.unit);
  if (operator === "+" || operator === "-") {
    if (mismatch === undefined) return left.unit;
  } else if (operator === "*") {
    if (plain(right)) return left.unit;
    if (plain(left)) return right.unit;
  } else {
    if (plain(right)) return left.unit;
    if (mismatch === undefined) return integer;
  }
  reportOperation(operator, typeText(left.unit), typeText(right.unit), mismatch ?? "type/mismatch", at, context);
  return undefined;
}

export function reportOperation(
  operator: Operator,
  left: string,
  right: string,
  id: string,
  at: Place,
  { findings }: Context,
): void {
  const verbs = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" };
  findings.error(id, at, `Cannot ${verbs[operator]} ${left} and ${right}${adviceFor(id)}`);
}

function calculate(
  operator: Operator,
  left: ExactTerm,
  right: ExactTerm,
  at: Place,
): { numerator: Expression; divisor: Expression } {
  const times = (a: Expression, b: Expression) => makeMultiply(integer, a, b, at);
  if (operator === "*") {
    return { numerator: times(left.numerator, right.numerator), divisor: times(left.divisor, right.divisor) };
  }
  if (operator === "/") {
    return { numerator: times(left.numerator, right.divisor), divisor: times(left.divisor, right.numerator) };
  }
  const make = operator === "+" ? makeAdd : makeSubtract;
  if (left.divisor.kind === "literal" && right.divisor.kind === "literal") {
    const [a, b] = [toBigInt(left.divisor.value as number), toBigInt(right.divisor.value as number)];
    const common = leastCommonMultiple(a, b);
    const scaled = (term: ExactTerm, by: bigint) => makeScale(integer, term.numerator, common / by);
    return {
      numerator: make(integer, scaled(left, a), scaled(right, b), at),
      divisor: makeLiteral(integer, common, at),
    };
  }
  const crossed = make(integer, times(left.numerator, right.divisor), times(right.numerator, left.divisor), at);
  return { numerator: crossed, divisor: times(left.divisor, right.divisor) };
}

function leaf(value: Expression): Exact {
  return { kind: "exact-value", value };
}

function one(at: Place): Expression {
  return makeLiteral(integer, 1n, at);
}

/** The unit of a term that has one; plain numbers otherwise. */
export function unitOf(term: Term): Unit {
  if (term.kind === "exact") return term.unit;
  const type = term.kind === "value" ? term.node.type : integer;
  return type.kind === "money" || type.kind === "quantity" ? type : integer;
}

/** What a term is, for a sentence. */
export function termText(term: Term): string {
  if (term.kind === "value") return typeText(term.node.type);
  if (term.kind === "exact") return term.unit.kind === "integer" ? "a ratio" : `unrounded ${typeText(term.unit)}`;
  return term.kind === "number" ? `the number ${term.value}` : `the text "${term.value}"`;
}
