import type { Expression } from "../../ir/expression.ts";
import { toBigInt } from "../../ir/integer.ts";
import type { Round, RoundingMode } from "../../ir/rounding.ts";
import { mirrored } from "../rounding.ts";
import { integerText } from "./constant.ts";
import type { Dialect } from "./dialect.ts";
import { type SqlScope, share } from "./scope.ts";

/**
 * An exact quotient from integer division of non-negative numbers alone; negative numerators are mirrored. The checker
 * proves that twice the numerator and the divisor stay within 64 bits.
 */
export function roundText(node: Round, numerator: string, divisor: string, scope: SqlScope): string {
  const isNeverNegative = toBigInt(node.numerator.bounds!.min) >= 0n;
  const readOnce = isNeverNegative && (node.mode === "down" || node.mode === "floor" || node.mode === "half_up");
  const [n, d] = readOnce ? [numerator, divisor] : [share(numerator, scope), share(divisor, scope)];
  const positive = quotient(node.mode, n, d, node.divisor, scope.dialect);
  if (isNeverNegative) return positive;
  const mirror = quotient(mirrored[node.mode], `(-${n})`, d, node.divisor, scope.dialect);
  return `(CASE WHEN ${n} >= 0 THEN ${positive} ELSE -${mirror} END)`;
}

function quotient(mode: RoundingMode, n: string, d: string, divisor: Expression, dialect: Dialect): string {
  const whole = dialect.divide(n, d);
  const rest = `(${n} - ${whole} * ${d})`;
  const up = (condition: string) => `(${whole} + CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  switch (mode) {
    case "down":
    case "floor":
      return whole;
    case "up":
    case "ceiling":
      return up(`${rest} > 0`);
    case "half_up":
      return halfUp(n, d, divisor, dialect);
    case "half_down":
      return up(`${rest} > ${d} - ${rest}`);
    case "half_even": {
      const odd = `${whole} - 2 * ${dialect.divide(whole, "2")} = 1`;
      return up(`${rest} > ${d} - ${rest} OR (${rest} = ${d} - ${rest} AND ${odd})`);
    }
  }
}

function halfUp(n: string, d: string, divisor: Expression, dialect: Dialect): string {
  if (divisor.kind === "literal" && toBigInt(divisor.value as number) % 2n === 0n) {
    return dialect.divide(`(${n} + ${integerText(toBigInt(divisor.value as number) / 2n, dialect)})`, d);
  }
  return dialect.divide(`(2 * ${n} + ${d})`, `(2 * ${d})`);
}
