import type { Expression } from "./expression.ts";
import type { Typed } from "./node.ts";

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Both sides have one type and one scale; only `=` and `!=` for boolean, text, code and country. */
export type Compare = Typed & {
  readonly kind: "compare";
  readonly comparison: Comparison;
  readonly left: Expression;
  readonly right: Expression;
};

/**
 * `dividend / divisor` compared with `rate` (or with another integer for integers), by cross-multiplication.
 * A back end compares `left` with `right`; the other three are for the explanation. The divisor is proven > 0.
 */
export type CompareRatio = Typed & {
  readonly kind: "compare-ratio";
  readonly comparison: Comparison;
  readonly left: Expression;
  readonly right: Expression;
  readonly dividend: Expression;
  readonly divisor: Expression;
  readonly rate: Expression;
};

/** `operand in [low..high]`; an end is excluded when its flag is false. */
export type Within = Typed & {
  readonly kind: "within";
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
};

/** At least two operands, evaluated left to right; a later one may rely on an earlier one (`present(x) and x = 0`). */
export type And = Typed & { readonly kind: "and"; readonly operands: readonly Expression[] };
export type Or = Typed & { readonly kind: "or"; readonly operands: readonly Expression[] };
export type Not = Typed & { readonly kind: "not"; readonly operand: Expression };

/** Only the branch taken is evaluated. */
export type If = Typed & {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
};

export type Logic = Compare | CompareRatio | Within | And | Or | Not | If;
