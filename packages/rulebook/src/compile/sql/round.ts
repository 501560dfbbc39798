import type { Expression } from "../../ir/expression.ts";
import { toBigInt } from "../../ir/integer.ts";
import type { Round, RoundingMode } from "../../ir/rounding.ts";
import { mirrored } from "../rounding.ts";
import { integerText } from "./constant.ts";
import type { Dialect } from "./dialect.ts";

const most = 2n ** 63n - 1n;

/** An exact quotient from integer division of non-negative numbers alone; negative numerators are mirrored. */
export function roundText(node: Round, numerator: string, divisor: string, dialect: Dialect): string {
  const room = 2n * size(node.numerator) + size(node.divisor);
  const widen = room > most ? dialect.wide : (text: string) => text;
  const [n, d] = [widen(numerator), widen(divisor)];
  const positive = quotient(node.mode, n, d, node.divisor, dialect);
  const text =
    toBigInt(node.numerator.bounds!.min) >= 0n
      ? positive
      : `CASE WHEN ${numerator} >= 0 THEN ${positive} ELSE -${quotient(mirrored[node.mode], `(-${n})`, d, node.divisor, dialect)} END`;
  return room > most ? dialect.integer(text) : `(${text})`;
}

function size({ bounds }: Expression): bigint {
  const [min, max] = [toBigInt(bounds!.min), toBigInt(bounds!.max)];
  return -min > max ? -min : max;
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
