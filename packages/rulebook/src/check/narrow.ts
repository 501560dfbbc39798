import type { Expression } from "../ir/expression.ts";
import type { Comparison } from "../ir/logic.ts";
import type { Context } from "./context.ts";
import { type Interval, intervalOf } from "./interval.ts";

/** What is known where a condition holds (`truth`) or does not: facts present, and narrower bounds. */
export function assume(condition: Expression, truth: boolean, context: Context): Context {
  switch (condition.kind) {
    case "not":
      return assume(condition.operand, !truth, context);
    case "and":
    case "or":
      // Of a false "and" and a true "or" only one operand is known to hold, and not which.
      if ((condition.kind === "and") !== truth) return context;
      return condition.operands.reduce((known, operand) => assume(operand, truth, known), context);
    case "present":
      return truth ? { ...context, present: new Set([...context.present, condition.fact.name]) } : context;
    case "within":
      return truth ? assumeWithin(condition, context) : context;
    case "compare": {
      const { left, right } = condition;
      const comparison = truth ? condition.comparison : negated[condition.comparison];
      return assumeCompare(right, mirrored[comparison], left, assumeCompare(left, comparison, right, context));
    }
    default:
      return context;
  }
}

const negated: { readonly [comparison in Comparison]: Comparison } = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

const mirrored: { readonly [comparison in Comparison]: Comparison } = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function assumeWithin(condition: Extract<Expression, { kind: "within" }>, context: Context): Context {
  const { operand, low, high, includesLow, includesHigh } = condition;
  const above = assumeCompare(operand, includesLow ? ">=" : ">", low, context);
  return assumeCompare(operand, includesHigh ? "<=" : "<", high, above);
}

function assumeCompare(left: Expression, comparison: Comparison, right: Expression, context: Context): Context {
  const name = nameOf(left);
  if (name === undefined || left.bounds === undefined || right.bounds === undefined) return context;
  const known = context.narrowed.get(name) ?? intervalOf(left);
  const narrower = restrict(known, comparison, intervalOf(right));
  // Where no value is left the branch is never taken; its bounds do not matter.
  if (narrower.min > narrower.max) return context;
  return { ...context, narrowed: new Map([...context.narrowed, [name, narrower]]) };
}

function nameOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
      return expression.name;
    case "legal-day":
      return "legal_day";
    default:
      return undefined;
  }
}

function restrict({ min, max }: Interval, comparison: Comparison, other: Interval): Interval {
  const least = (value: bigint) => (value > min ? value : min);
  const most = (value: bigint) => (value < max ? value : max);
  switch (comparison) {
    case "=":
      return { min: least(other.min), max: most(other.max) };
    case "<":
      return { min, max: most(other.max - 1n) };
    case "<=":
      return { min, max: most(other.max) };
    case ">":
      return { min: least(other.min + 1n), max };
    case ">=":
      return { min: least(other.min), max };
    case "!=": {
      const apart = other.min === other.max ? other.min : undefined;
      return { min: apart === min ? min + 1n : min, max: apart === max ? max - 1n : max };
    }
  }
}
