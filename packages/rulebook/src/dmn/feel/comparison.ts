import { noAnswer, outside } from "../problem.ts";
import type { Compiled, Frame } from "./scope.ts";
import type { ComparisonSign } from "./syntax.ts";
import { type FeelType, types, typeText } from "./type.ts";
import { compareOrdered, equals, type FeelValue } from "./value.ts";

type Ordered = Parameters<typeof compareOrdered>[0];

/**
 * Equality is two-valued, null being equal to null alone; order with null is null (DMN 1.5, tables 53 and 54).
 * Only numbers and dates have an order: that of strings is not the same in all engines.
 */
export function compileComparison(sign: ComparisonSign, left: Compiled, right: Compiled): Compiled {
  const hold = compileSign(sign, left.type, right.type);
  return { type: types.boolean, run: (frame) => hold(left.run(frame), right.run(frame)) };
}

/** The comparison of two values of these types. */
export function compileSign(
  sign: ComparisonSign,
  left: FeelType,
  right: FeelType,
): (a: FeelValue, b: FeelValue) => boolean | null {
  const pair = `${typeText(left)} with ${typeText(right)}`;
  const kind = left.kind === "null" ? right.kind : left.kind;
  if (left.kind !== "null" && right.kind !== "null" && left.kind !== right.kind) outside(`comparing ${pair}`);
  if (sign === "=" || sign === "!=") {
    if ((kind === "list" || kind === "context") && left.kind === right.kind) outside(`comparing ${pair}`);
    return sign === "=" ? (a, b) => equals(a, b) : (a, b) => !equals(a, b);
  }
  if (kind !== "number" && kind !== "date") outside(`the order of ${pair}`);
  const holds = orders[sign];
  return (a, b) => (a === null || b === null ? null : holds(compareOrdered(a as Ordered, b as Ordered)));
}

const orders = {
  "<": (order: number) => order < 0,
  "<=": (order: number) => order <= 0,
  ">": (order: number) => order > 0,
  ">=": (order: number) => order >= 0,
};

/** Both ends belong to it; over null, and where the ends stand in the wrong order, engines differ. */
export function compileBetween(operand: Compiled, low: Compiled, high: Compiled): Compiled {
  if ([operand, low, high].some(({ type }) => type.kind === "null")) outside('"between" over null');
  const holds = compileRange(operand.type, { end: low, included: true }, { end: high, included: true });
  return {
    type: types.boolean,
    run: (frame) => holds(operand.run(frame), frame) ?? noAnswer('"between" over null'),
  };
}

/** An end of a range, and whether it belongs to it. */
export type RangeEnd = { readonly end: Compiled; readonly included: boolean };

/** Whether a value lies between two ends, null if one of them is null; no answer for a range from high to low. */
export function compileRange(
  type: FeelType,
  low: RangeEnd,
  high: RangeEnd,
): (value: FeelValue, frame: Frame) => boolean | null {
  const above = compileSign(low.included ? ">=" : ">", type, low.end.type);
  const below = compileSign(high.included ? "<=" : "<", type, high.end.type);
  const reversed = compileSign(">", low.end.type, high.end.type);
  return (value, frame) => {
    const from = low.end.run(frame);
    const to = high.end.run(frame);
    if (reversed(from, to) === true) return noAnswer("a range from high to low");
    const results = [above(value, from), below(value, to)];
    return results.includes(null) ? null : results.every((each) => each === true);
  };
}
