import type { Comparison } from "../ir/logic.ts";
import type { Place } from "../ir/place.ts";

/** An expression as written: untyped, each node with its place. Of an operation the place is its operator's. */
export type Syntax =
  | Literal
  | { readonly kind: "name"; readonly name: string; readonly at: Place }
  | { readonly kind: "call"; readonly callee: string; readonly arguments: readonly Syntax[]; readonly at: Place }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: Place;
    }
  | {
      readonly kind: "comparison";
      readonly comparison: Comparison;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly at: Place;
    }
  | { readonly kind: "within"; readonly operand: Syntax; readonly range: Range; readonly at: Place }
  | { readonly kind: "and" | "or"; readonly operands: readonly Syntax[]; readonly at: Place }
  | { readonly kind: "not"; readonly operand: Syntax; readonly at: Place }
  | {
      readonly kind: "if";
      readonly condition: Syntax;
      readonly then: Syntax;
      readonly otherwise: Syntax;
      readonly at: Place;
    };

/** A number keeps its spelling: `0.13` and `13%` are read only to be refused with a useful sentence. */
export type Literal =
  | { readonly kind: "number"; readonly text: string; readonly at: Place }
  | { readonly kind: "text"; readonly value: string; readonly at: Place }
  | { readonly kind: "boolean"; readonly value: boolean; readonly at: Place }
  | { readonly kind: "day"; readonly text: string; readonly at: Place };

export type Range = {
  readonly low: Syntax;
  readonly high: Syntax;
  readonly includesLow: boolean;
  readonly includesHigh: boolean;
  readonly at: Place;
};

/** A condition cell of a table; a test without a comparison means `=`. */
export type CellSyntax =
  | { readonly kind: "any" | "missing" | "present"; readonly at: Place }
  | { readonly kind: "tests" | "not"; readonly tests: readonly TestSyntax[]; readonly at: Place };

export type TestSyntax =
  | { readonly kind: "compare"; readonly comparison: Comparison; readonly operand: Syntax; readonly at: Place }
  | { readonly kind: "range"; readonly range: Range; readonly at: Place };
