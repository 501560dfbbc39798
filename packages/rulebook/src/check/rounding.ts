import type { Expression } from "../ir/expression.ts";
import { toBigInt } from "../ir/integer.ts";
import type { Place } from "../ir/place.ts";
import { type RoundingMode, roundingModes } from "../ir/rounding.ts";
import type { ValueType } from "../ir/value-type.ts";
import { makeMultiply, makeScale, overflowsAt } from "./build.ts";
import type { Context } from "./context.ts";
import { termText, toExact } from "./exact.ts";
import {
  divideIntervals,
  exactly,
  greatestNumber,
  hull,
  intervalOf,
  magnitude,
  multiplyIntervals,
  toBounds,
} from "./interval.ts";
import { settle } from "./settle.ts";
import { type ExactTerm, placeOfTerm, type Term } from "./term.ts";

/** The mode of a rounding function's name. */
export function findRoundingMode(callee: string): RoundingMode | undefined {
  return roundingModes.find((mode) => callee === (mode === "floor" || mode === "ceiling" ? mode : `round_${mode}`));
}

/** `round_…(amount)` to the type's own unit, or `round_…(amount, step)` to a multiple of the step. */
export function round(
  mode: RoundingMode,
  amount: Term,
  step: Term | undefined,
  at: Place,
  context: Context,
): Expression | undefined {
  const { findings } = context;
  if (context.rounding) {
    findings.warn("round/order", at, "Check that the law rounds twice here: this rounding stands inside another");
  }
  const exact = toExact(amount, { kind: "integer" });
  if (exact === undefined) {
    findings.error("type/mismatch", placeOfTerm(amount), `Cannot round ${termText(amount)}: an amount is expected`);
    return undefined;
  }
  if (step === undefined && amount.kind !== "exact" && exact.divisor.kind === "literal" && exact.divisor.value === 1) {
    findings.warn("round/order", at, `Check this rounding: ${termText(amount)} is whole already`);
  }
  return step === undefined ? roundToUnit(mode, exact, at, context) : roundToStep(mode, exact, step, at, context);
}

function roundToUnit(mode: RoundingMode, exact: ExactTerm, at: Place, context: Context): Expression | undefined {
  return makeRound({ mode, type: exact.unit, numerator: exact.numerator, divisor: exact.divisor }, exact, at, context);
}

/** The step's size goes into the divisor: N / D to a multiple of s is round(N / (D × s)) × s. */
function roundToStep(
  mode: RoundingMode,
  exact: ExactTerm,
  term: Term,
  at: Place,
  context: Context,
): Expression | undefined {
  const isRate = term.kind === "value" && term.node.type.kind === "rate" && exact.unit.kind === "integer";
  const type: ValueType = isRate ? term.node.type : exact.unit;
  const step = settle(term, type, context);
  if (step === undefined) return undefined;
  if (intervalOf(step).min <= 0n) {
    context.findings.error("bound/divisor", step.at, "Cannot round to a step that may be 0 or negative");
    return undefined;
  }
  const over = type.kind === "rate" ? toBigInt(type.over) : 1n;
  const numerator = makeScale({ kind: "integer" }, exact.numerator, over);
  const divisor = makeMultiply({ kind: "integer" }, exact.divisor, step, at);
  return makeRound({ mode, type, numerator, divisor, step }, exact, at, context);
}

type Parts = {
  readonly mode: RoundingMode;
  readonly type: ValueType;
  readonly numerator: Expression;
  readonly divisor: Expression;
  readonly step?: Expression;
};

function makeRound(parts: Parts, { exact }: ExactTerm, at: Place, { findings }: Context): Expression | undefined {
  const [numerator, divisor] = [intervalOf(parts.numerator), intervalOf(parts.divisor)];
  // Rounding half up is computed as (2 |N| + D) div 2D, so that the working, not the result, sets the width.
  const working = exactly(2n * magnitude(numerator) + 2n * divisor.max);
  const result = multiplyIntervals(
    divideIntervals(numerator, divisor),
    parts.step ? intervalOf(parts.step) : exactly(1n),
  );
  if (overflowsAt(hull([working, result]), at, findings)) return undefined;
  const wide = magnitude(hull([working, result])) > greatestNumber;
  return { kind: "round", ...parts, wide, exact, bounds: toBounds(result), at };
}
