import type { Expression } from "../../ir/expression.ts";
import type { Exact, Round, RoundingMode } from "../../ir/rounding.ts";
import type { ValueType } from "../../ir/value-type.ts";
import { noForm } from "../problem.ts";
import { binary, call, type Printed } from "./printed.ts";

/** FEEL's names of the modes; `decimal` is the half-even one. */
const names: { readonly [mode in RoundingMode]: string } = {
  ceiling: "ceiling",
  down: "round down",
  floor: "floor",
  half_down: "round half down",
  half_even: "decimal",
  half_up: "round half up",
  up: "round up",
};

type Print = (node: Expression) => Printed;

/**
 * A rounding of the exact amount as the author wrote it. All divisions are brought into one, the last: it either
 * ends within 34 digits or stays further from a tie than they reach, so FEEL rounds it as we do.
 */
export function printRound(node: Round, print: Print): Printed {
  const { times, over } = fractionOf(node.exact, print);
  if (node.step === undefined) return rounded(node.mode, divided(times, over), digitsOf(node.type));
  const step = print(node.step);
  const divisor = over ? binary(over, "*", step) : step;
  return binary(rounded(node.mode, divided(times, divisor), 0), "*", step);
}

function rounded(mode: RoundingMode, amount: Printed, digits: number): Printed {
  const isWhole = digits === 0 && (mode === "floor" || mode === "ceiling");
  return call(names[mode], amount.text, ...(isWhole ? [] : [String(digits)]));
}

function digitsOf(type: ValueType): number {
  if (type.kind === "money") return type.digits;
  return type.kind === "integer" || type.kind === "quantity" ? 0 : noForm(`rounding to the unit of a ${type.kind}`);
}

type Fraction = { readonly times: Printed; readonly over?: Printed };

function divided(times: Printed, over: Printed | undefined): Printed {
  return over ? binary(times, "/", over) : times;
}

function fractionOf(exact: Exact, print: Print): Fraction {
  if (exact.kind === "exact-value") return { times: print(exact.value) };
  const left = fractionOf(exact.left, print);
  const right = fractionOf(exact.right, print);
  switch (exact.operation) {
    case "*":
      return fraction(binary(left.times, "*", right.times), product(left.over, right.over));
    case "/":
      return fraction(product(left.times, right.over)!, product(left.over, right.times));
    default: {
      const [a, b] = [product(left.times, right.over)!, product(right.times, left.over)!];
      return fraction(binary(a, exact.operation, b), product(left.over, right.over));
    }
  }
}

function fraction(times: Printed, over: Printed | undefined): Fraction {
  return over ? { times, over } : { times };
}

function product(a: Printed | undefined, b: Printed | undefined): Printed | undefined {
  return a && b ? binary(a, "*", b) : (a ?? b);
}
