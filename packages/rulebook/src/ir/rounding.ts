import type { Expression } from "./expression.ts";
import type { Typed } from "./node.ts";

/** `up` is away from zero, `down` toward zero; FEEL 1.4. */
export const roundingModes = ["half_up", "half_even", "half_down", "up", "down", "floor", "ceiling"] as const;
export type RoundingMode = (typeof roundingModes)[number];

/**
 * `mode(numerator / divisor)`, times `step` if there is one; the step's size is already inside the divisor.
 * Numerator and divisor are integer expressions, the divisor is proven > 0: a back end needs nothing else.
 * `wide` says that 2 * |numerator| + divisor may exceed 2^53 - 1, or the result may. `exact` is the same amount
 * as the author wrote it, for explanations.
 */
export type Round = Typed & {
  readonly kind: "round";
  readonly mode: RoundingMode;
  readonly numerator: Expression;
  readonly divisor: Expression;
  readonly step?: Expression;
  readonly wide: boolean;
  readonly exact: Exact;
};

/** An exact, unrounded amount; it exists only inside a rounding. */
export type Exact =
  | { readonly kind: "exact-value"; readonly value: Expression }
  | {
      readonly kind: "exact-operation";
      readonly operation: "+" | "-" | "*" | "/";
      readonly left: Exact;
      readonly right: Exact;
    };
