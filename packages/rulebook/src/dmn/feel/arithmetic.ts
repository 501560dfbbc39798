import { noAnswer, outside } from "../problem.ts";
import { add, divide, type FeelNumber, multiply, negate } from "./number.ts";
import { power } from "./power.ts";
import type { Compiled } from "./scope.ts";
import type { ArithmeticSign } from "./syntax.ts";
import { type FeelType, types, typeText } from "./type.ts";

/** Characters of a joined string. */
export const stringLengthMax = 1_000_000;

/** Numbers in decimal128, and the joining of two strings; null with anything is null (DMN 1.5, table 57). */
export function compileArithmetic(sign: ArithmeticSign, left: Compiled, right: Compiled): Compiled {
  const type = typeOf(sign, left.type, right.type);
  const calculate = operations[sign];
  if (sign === "**" && isFraction(right)) return outside("powers with a fraction as exponent");
  return {
    type,
    run: (frame) => {
      const a = left.run(frame);
      const b = right.run(frame);
      if (a === null || b === null) return null;
      return typeof a === "string" ? join(a, String(b)) : calculate(a as FeelNumber, b as FeelNumber);
    },
  };
}

function join(a: string, b: string): string {
  return a.length + b.length > stringLengthMax ? noAnswer("a string beyond a million characters") : a + b;
}

/** A negated literal stays a constant. */
export function compileNegation(operand: Compiled): Compiled {
  const { type, constant } = operand;
  if (type.kind !== "number") return outside(`the negation of ${typeText(type)}`);
  if (constant !== undefined) {
    const value = negate(constant as FeelNumber);
    return { type, run: () => value, constant: value };
  }
  return {
    type,
    run: (frame) => {
      const value = operand.run(frame);
      return value === null ? null : negate(value as FeelNumber);
    },
  };
}

const operations: { readonly [sign in ArithmeticSign]: (a: FeelNumber, b: FeelNumber) => FeelNumber | null } = {
  "+": add,
  "-": (a, b) => add(a, negate(b)),
  "*": multiply,
  "/": (a, b) => (b.coefficient === 0n ? null : divide(a, b)),
  "**": power,
};

function typeOf(sign: ArithmeticSign, left: FeelType, right: FeelType): FeelType {
  const kinds = [left.kind, right.kind].filter((kind) => kind !== "null");
  const fits = (kind: FeelType["kind"]) => kinds.every((each) => each === kind);
  if (kinds.length === 0) return types.null;
  if (fits("number")) return types.number;
  if (sign === "+" && fits("string")) return types.string;
  return outside(`"${sign}" of ${typeText(left)} and ${typeText(right)}`);
}

function isFraction({ constant }: Compiled): boolean {
  return typeof constant === "object" && constant !== null && "exponent" in constant && constant.exponent < 0;
}
