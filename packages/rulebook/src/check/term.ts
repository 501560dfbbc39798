import type { Expression } from "../ir/expression.ts";
import type { Place } from "../ir/place.ts";
import type { Exact } from "../ir/rounding.ts";
import type { MoneyType, QuantityType } from "../ir/value-type.ts";

/**
 * What checking a part of an expression gives. A literal has no type before it meets one: 0 takes any amount's, a
 * text a code's. An exact amount is a fraction that only a rounding or a comparison of ratios takes.
 */
export type Term =
  | { readonly kind: "value"; readonly node: Expression }
  | { readonly kind: "number"; readonly value: 0n | 1n; readonly at: Place }
  | { readonly kind: "text"; readonly value: string; readonly at: Place }
  | ExactTerm;

/** `numerator / divisor` of `unit`; an integer's unit stands for plain numbers. The divisor is proven > 0. */
export type ExactTerm = {
  readonly kind: "exact";
  readonly unit: Unit;
  readonly numerator: Expression;
  readonly divisor: Expression;
  readonly exact: Exact;
  readonly at: Place;
};

export type Unit = { readonly kind: "integer" } | MoneyType | QuantityType;

export function placeOfTerm(term: Term): Place {
  return term.kind === "value" ? term.node.at : term.at;
}
