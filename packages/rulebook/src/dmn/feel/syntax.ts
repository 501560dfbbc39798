import type { FeelValue } from "./value.ts";

export type ComparisonSign = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type ArithmeticSign = "+" | "-" | "*" | "/" | "**";

/** A FEEL expression of the profile as written, untyped. */
export type FeelSyntax =
  | { readonly kind: "literal"; readonly value: FeelValue }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "path"; readonly of: FeelSyntax; readonly property: string }
  | { readonly kind: "list"; readonly items: readonly FeelSyntax[] }
  | { readonly kind: "call"; readonly callee: string; readonly args: readonly FeelSyntax[] }
  | { readonly kind: "negate"; readonly operand: FeelSyntax }
  | {
      readonly kind: "arithmetic";
      readonly sign: ArithmeticSign;
      readonly left: FeelSyntax;
      readonly right: FeelSyntax;
    }
  | {
      readonly kind: "comparison";
      readonly sign: ComparisonSign;
      readonly left: FeelSyntax;
      readonly right: FeelSyntax;
    }
  | { readonly kind: "between"; readonly operand: FeelSyntax; readonly low: FeelSyntax; readonly high: FeelSyntax }
  | { readonly kind: "in"; readonly operand: FeelSyntax; readonly tests: readonly TestSyntax[] }
  | { readonly kind: "and" | "or"; readonly left: FeelSyntax; readonly right: FeelSyntax }
  | {
      readonly kind: "if";
      readonly condition: FeelSyntax;
      readonly then: FeelSyntax;
      readonly otherwise: FeelSyntax;
    };

/** One test of a value; a value alone means equality. */
export type TestSyntax =
  | { readonly kind: "compare"; readonly sign: ComparisonSign; readonly operand: FeelSyntax }
  | {
      readonly kind: "range";
      readonly low: FeelSyntax;
      readonly high: FeelSyntax;
      readonly includesLow: boolean;
      readonly includesHigh: boolean;
    };

/** An input entry of a decision table. */
export type CellSyntax =
  | { readonly kind: "any" }
  | { readonly kind: "tests" | "not"; readonly tests: readonly TestSyntax[] };
