import type { Expression } from "../ir/expression.ts";
import type { Comparison } from "../ir/logic.ts";
import type { Place } from "../ir/place.ts";
import type { Exact } from "../ir/rounding.ts";
import { isNumeric, type ValueType } from "../ir/value-type.ts";
import { typeText } from "../read/scalar/type.ts";
import { makeMultiply, overflows } from "./build.ts";
import type { Context } from "./context.ts";
import { toExact, unitOf } from "./exact.ts";
import { unify } from "./settle.ts";
import type { ExactTerm, Term } from "./term.ts";

const boolean = { kind: "boolean" } as const;

/** A comparison of two terms of one type, or of two ratios. */
export function compare(
  comparison: Comparison,
  left: Term,
  right: Term,
  at: Place,
  context: Context,
): Expression | undefined {
  if (isRatio(left) || isRatio(right)) return compareRatios(comparison, left, right, at, context);
  const operands = unify([left, right], context, { verb: "compare" });
  if (operands === undefined) return undefined;
  if (comparison !== "=" && comparison !== "!=" && !isOrdered(operands.type, at, context)) return undefined;
  const [a, b] = operands.nodes;
  return { kind: "compare", type: boolean, comparison, left: a!, right: b!, at };
}

/** Whether values of a type can be smaller and greater; if not, a finding. */
export function isOrdered(type: ValueType, at: Place, { findings }: Context): boolean {
  if (isNumeric(type)) return true;
  findings.error("type/mismatch", at, `Cannot order values of type ${typeText(type)}: they are only equal or not`);
  return false;
}

/** Exact plain numbers: amount ÷ amount of one unit, integer ÷ integer, and what is made of them. */
function isRatio(term: Term): boolean {
  return term.kind === "exact" && term.unit.kind === "integer";
}

function compareRatios(
  comparison: Comparison,
  left: Term,
  right: Term,
  at: Place,
  context: Context,
): Expression | undefined {
  const [a, b] = [toExact(left, unitOf(right)), toExact(right, unitOf(left))];
  if (a === undefined || b === undefined || a.unit.kind !== "integer" || b.unit.kind !== "integer") {
    context.findings.error(
      "type/mismatch",
      at,
      "Cannot compare a ratio with anything but a rate, an integer or another ratio",
    );
    return undefined;
  }
  const product = (x: Expression, y: Expression) => makeMultiply({ kind: "integer" }, x, y, at);
  const sides = { left: product(a.numerator, b.divisor), right: product(b.numerator, a.divisor) };
  if (overflows(sides.left, context.findings) || overflows(sides.right, context.findings)) return undefined;
  const [ratio, rate] = isRatio(left) ? [a, b] : [b, a];
  const shown = showRatio(ratio);
  return {
    kind: "compare-ratio",
    type: boolean,
    comparison,
    ...sides,
    ...shown,
    rate: leafOf(rate.exact) ?? rate.numerator,
    at,
  };
}

/** The two sides of a plain `a / b`, or the fraction it came to. */
function showRatio(ratio: ExactTerm): { dividend: Expression; divisor: Expression } {
  const { exact } = ratio;
  if (exact.kind === "exact-operation" && exact.operation === "/") {
    const [dividend, divisor] = [leafOf(exact.left), leafOf(exact.right)];
    if (dividend !== undefined && divisor !== undefined) return { dividend, divisor };
  }
  return { dividend: ratio.numerator, divisor: ratio.divisor };
}

function leafOf(exact: Exact): Expression | undefined {
  return exact.kind === "exact-value" ? exact.value : undefined;
}
