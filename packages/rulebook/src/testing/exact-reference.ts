import type { Syntax } from "../parse/syntax.ts";

/** An exact number: the divisor is positive. */
export type Ratio = { readonly n: bigint; readonly d: bigint };
export type Known = Ratio | boolean;

/**
 * The value of an expression by the meaning of its words, in exact fractions, straight from the syntax: a reference
 * for what the checker lowers to integers. Amounts are in minor units, rates are fractions.
 */
export function evaluate(syntax: Syntax, names: ReadonlyMap<string, Known>): Known {
  const number = (part: Syntax) => evaluate(part, names) as Ratio;
  switch (syntax.kind) {
    case "number":
      return whole(BigInt(syntax.text));
    case "boolean":
      return syntax.value;
    case "name":
      return names.get(syntax.name)!;
    case "not":
      return !evaluate(syntax.operand, names);
    case "and":
      return syntax.operands.every((operand) => evaluate(operand, names));
    case "or":
      return syntax.operands.some((operand) => evaluate(operand, names));
    case "if":
      return evaluate(evaluate(syntax.condition, names) ? syntax.then : syntax.otherwise, names);
    case "operation":
      return operations[syntax.operator](number(syntax.left), number(syntax.right));
    case "comparison":
      return compare(syntax.comparison, number(syntax.left), number(syntax.right));
    case "call":
      return call(syntax.callee, syntax.arguments.map(number));
    default:
      throw new TypeError(`Cannot evaluate "${syntax.kind}"`);
  }
}

export function whole(n: bigint): Ratio {
  return { n, d: 1n };
}

const operations = {
  "+": (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }),
  "-": (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d }),
  "*": (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d }),
  "/": (a: Ratio, b: Ratio): Ratio => (b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n }),
};

function sign(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

function compare(comparison: string, a: Ratio, b: Ratio): boolean {
  const order = sign(a, b);
  if (comparison === "=") return order === 0;
  if (comparison === "!=") return order !== 0;
  return comparison.startsWith("<")
    ? order < 0 || (order === 0 && comparison === "<=")
    : order > 0 || (order === 0 && comparison === ">=");
}

function call(callee: string, values: readonly Ratio[]): Ratio {
  const [first, second] = values;
  if (callee === "min") return values.reduce((a, b) => (sign(a, b) <= 0 ? a : b));
  if (callee === "max") return values.reduce((a, b) => (sign(a, b) >= 0 ? a : b));
  if (callee === "abs") return { n: first!.n < 0n ? -first!.n : first!.n, d: first!.d };
  if (second === undefined) return whole(roundTo(callee, first!));
  return operations["*"](whole(roundTo(callee, operations["/"](first!, second))), second);
}

/** Rounds by looking at the whole numbers on both sides and the distance to each. */
function roundTo(callee: string, { n, d }: Ratio): bigint {
  let below = n / d;
  if (below * d > n) below -= 1n;
  if (below * d === n) return below;
  const above = below + 1n;
  const [outward, inward] = n > 0n ? [above, below] : [below, above];
  const rest = 2n * (n - below * d) - d;
  const nearest = rest > 0n ? above : below;
  switch (callee) {
    case "floor":
      return below;
    case "ceiling":
      return above;
    case "round_up":
      return outward;
    case "round_down":
      return inward;
    case "round_half_up":
      return rest === 0n ? outward : nearest;
    case "round_half_down":
      return rest === 0n ? inward : nearest;
    case "round_half_even":
      return rest === 0n ? (below % 2n === 0n ? below : above) : nearest;
    default:
      throw new TypeError(`Cannot evaluate "${callee}"`);
  }
}
