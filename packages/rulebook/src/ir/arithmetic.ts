import type { Expression } from "./expression.ts";
import type { Integer } from "./integer.ts";
import type { Typed } from "./node.ts";

/** Exact integer sum; of day and integer: that many days later. */
export type Add = Typed & { readonly kind: "add"; readonly left: Expression; readonly right: Expression };

/** Exact integer difference; of two days: the days between. */
export type Subtract = Typed & { readonly kind: "subtract"; readonly left: Expression; readonly right: Expression };

/** Exact integer product of the two held integers. */
export type Multiply = Typed & { readonly kind: "multiply"; readonly left: Expression; readonly right: Expression };

/** Times a positive constant, to bring a rate to another scale; no explanation shows it. */
export type Scale = Typed & { readonly kind: "scale"; readonly operand: Expression; readonly by: Integer };

export type Least = Typed & { readonly kind: "min"; readonly operands: readonly Expression[] };
export type Greatest = Typed & { readonly kind: "max"; readonly operands: readonly Expression[] };
export type Absolute = Typed & { readonly kind: "abs"; readonly operand: Expression };

export type Arithmetic = Add | Subtract | Multiply | Scale | Least | Greatest | Absolute;
