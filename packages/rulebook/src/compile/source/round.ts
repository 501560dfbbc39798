import type { Expression } from "../../ir/expression.ts";
import type { Round, RoundingMode } from "../../ir/rounding.ts";
import { mirrored } from "../rounding.ts";
import { isWide } from "../wide.ts";
import { convert } from "./held.ts";
import { fitsInt32 } from "./int32.ts";

/** Whether a rounding works in bigints, whatever its operands are held in. */
export function roundsWide(node: Round): boolean {
  return node.wide || [node, node.numerator, node.divisor].some(isWide);
}

/** Text of a rounding; `helper` keeps a function outside and gives its name. */
export function emitRound(
  node: Round,
  numerator: string,
  divisor: string,
  step: string | undefined,
  helper: (text: string) => string,
): string {
  const wide = roundsWide(node);
  const quotient = wide
    ? `roundWide(${JSON.stringify(node.mode)}, ${numerator}, ${divisor})`
    : emitQuotient(node, numerator, divisor, helper);
  return convert(step === undefined ? quotient : `(${quotient} * ${step})`, wide, isWide(node));
}

/** Exact: see `roundNumber` for why Math.floor of a quotient is. */
function emitQuotient(node: Round, numerator: string, divisor: string, helper: (text: string) => string): string {
  const by = node.divisor.kind === "literal" ? Number(node.divisor.value) : undefined;
  if (by === 1) return numerator;
  const floor = fitsWord(node.numerator, by) ? floorWord : floorDouble;
  const positive = emitPositive(node.mode, by, floor);
  const mirror = emitPositive(mirrored[node.mode], by, floor);
  if (positive === undefined || mirror === undefined)
    return `round(${JSON.stringify(node.mode)}, ${numerator}, ${divisor})`;
  const isNeverNegative = Number(node.numerator.bounds?.min) >= 0;
  // 0 minus the mirrored quotient, and not its negation, so that it is never -0
  const body = isNeverNegative ? positive("n") : `n >= 0 ? ${positive("n")} : 0 - ${mirror("-n")}`;
  const name = helper(by === undefined ? `(n, d) => ${body}` : `(n) => ${body}`);
  return by === undefined ? `${name}(${numerator}, ${divisor})` : `${name}(${numerator})`;
}

/** The whole part of a quotient that is not negative. */
type Floor = (quotient: string) => string;
const floorDouble: Floor = (quotient) => `Math.floor(${quotient})`;
/** Engines divide 32-bit integers by a constant without a division; only the text `a / b | 0` tells them that they may. */
const floorWord: Floor = (quotient) => `(${quotient} | 0)`;

/** Whether the numerator and what rounding adds to it are 32-bit integers whatever the facts. */
function fitsWord({ bounds }: Expression, by: number | undefined): boolean {
  return by !== undefined && fitsInt32(bounds, by);
}

/** The quotient of `n` >= 0 by a constant or `d`; the two modes that look at ties from below are left to a call. */
function emitPositive(mode: RoundingMode, by: number | undefined, floor: Floor): ((n: string) => string) | undefined {
  const divisor = by === undefined ? "d" : String(by);
  switch (mode) {
    case "down":
    case "floor":
      return (n) => floor(`${n} / ${divisor}`);
    case "up":
    case "ceiling":
      return (n) => `Math.ceil(${n} / ${divisor})`;
    case "half_up":
      if (by !== undefined && by % 2 === 0) return (n) => floor(`(${n} + ${by / 2}) / ${by}`);
      return (n) => `Math.floor((2 * (${n}) + ${divisor}) / (2 * ${divisor}))`;
    default:
      return undefined;
  }
}
