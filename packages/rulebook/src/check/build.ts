import type { Expression } from "../ir/expression.ts";
import { fromBigInt, toBigInt } from "../ir/integer.ts";
import type { Place } from "../ir/place.ts";
import { isNumeric, type Value, type ValueType } from "../ir/value-type.ts";
import type { Findings } from "../read/findings.ts";
import {
  addIntervals,
  exactly,
  greatestInteger,
  hull,
  type Interval,
  intervalOf,
  magnitude,
  multiplyIntervals,
  subtractIntervals,
  toBounds,
  toInterval,
} from "./interval.ts";

/** A literal of any type; an integer is given as a bigint. */
export function makeLiteral(type: ValueType, value: boolean | bigint | string, at: Place): Expression {
  const held: Value = typeof value === "bigint" ? fromBigInt(value) : value;
  const bounds = isNumeric(type) ? { bounds: toBounds(exactly(BigInt(value))) } : {};
  return { kind: "literal", type, ...bounds, value: held, at };
}

export function makeAdd(type: ValueType, left: Expression, right: Expression, at: Place): Expression {
  const bounds = toBounds(addIntervals(intervalOf(left), intervalOf(right)));
  return { kind: "add", type, bounds, left, right, at };
}

export function makeSubtract(type: ValueType, left: Expression, right: Expression, at: Place): Expression {
  const bounds = toBounds(subtractIntervals(intervalOf(left), intervalOf(right)));
  return { kind: "subtract", type, bounds, left, right, at };
}

/** The product; literals are folded, a positive literal factor becomes a `scale`. */
export function makeMultiply(type: ValueType, left: Expression, right: Expression, at: Place): Expression {
  if (left.kind === "literal" && right.kind === "literal") {
    return makeLiteral(type, BigInt(left.value) * BigInt(right.value), at);
  }
  if (isOne(left)) return retype(right, type);
  if (isOne(right)) return retype(left, type);
  const bounds = toBounds(multiplyIntervals(intervalOf(left), intervalOf(right)));
  return { kind: "multiply", type, bounds, left, right, at };
}

/** Times a positive constant. */
export function makeScale(type: ValueType, operand: Expression, by: bigint): Expression {
  if (by === 1n) return retype(operand, type);
  if (operand.kind === "literal") return makeLiteral(type, BigInt(operand.value) * by, operand.at);
  const bounds = toBounds(multiplyIntervals(intervalOf(operand), exactly(by)));
  return { kind: "scale", type, bounds, operand, by: fromBigInt(by), at: operand.at };
}

/** Whether a bound, or the scale of a rate, leaves 64 bits, which is a finding. */
export function overflows({ type, bounds, at }: Expression, findings: Findings): boolean {
  if (bounds === undefined) return false;
  const scale = type.kind === "rate" ? [exactly(toBigInt(type.over))] : [];
  return overflowsAt(hull([toInterval(bounds), ...scale]), at, findings);
}

export function overflowsAt(interval: Interval, at: Place, findings: Findings): boolean {
  const size = magnitude(interval);
  if (size <= greatestInteger) return false;
  const about = `about 10^${size.toString().length - 1}`;
  findings.error(
    "bound/overflow",
    at,
    `Cannot hold this amount in 64 bits: it may reach ${about}, narrow the ranges it comes from`,
  );
  return true;
}

function isOne(expression: Expression): boolean {
  return expression.kind === "literal" && BigInt(expression.value) === 1n;
}

/** The same held integer under another type; a reference or nested node keeps what it reads. */
function retype(expression: Expression, type: ValueType): Expression {
  return { ...expression, type };
}
