import type { Round } from "../../ir/rounding.ts";
import { isWide } from "../wide.ts";
import { convert } from "./held.ts";

/** Whether a rounding works in bigints, whatever its operands are held in. */
export function roundsWide(node: Round): boolean {
  return node.wide || [node, node.numerator, node.divisor].some(isWide);
}

/** Text of a rounding: in line for the common modes over amounts that cannot be negative, else a call. */
export function emitRound(node: Round, numerator: string, divisor: string, step: string | undefined): string {
  const wide = roundsWide(node);
  const quotient = wide
    ? `roundWide(${JSON.stringify(node.mode)}, ${numerator}, ${divisor})`
    : emitQuotient(node, numerator, divisor);
  return convert(step === undefined ? quotient : `(${quotient} * ${step})`, wide, isWide(node));
}

/** Exact: see `roundNumber` for why Math.floor of a quotient is. */
function emitQuotient(node: Round, numerator: string, divisor: string): string {
  if (node.divisor.kind === "literal" && node.divisor.value === 1) return numerator;
  if (Number(node.numerator.bounds?.min) >= 0) {
    if (node.mode === "half_up" && node.divisor.kind === "literal")
      return emitHalfUp(numerator, Number(node.divisor.value));
    if (node.mode === "down" || node.mode === "floor") return `Math.floor(${numerator} / ${divisor})`;
    if (node.mode === "up" || node.mode === "ceiling") return `Math.ceil(${numerator} / ${divisor})`;
  }
  return `round(${JSON.stringify(node.mode)}, ${numerator}, ${divisor})`;
}

function emitHalfUp(numerator: string, divisor: number): string {
  if (divisor % 2 === 0) return `Math.floor((${numerator} + ${divisor / 2}) / ${divisor})`;
  return `Math.floor((2 * ${numerator} + ${divisor}) / ${2 * divisor})`;
}
