import type { Expression } from "./expression.ts";
import type { Typed } from "./node.ts";
import type { FactReference } from "./reference.ts";

/** The fact's value, or `otherwise` when the fact is missing. */
export type Default = Typed & {
  readonly kind: "default";
  readonly fact: FactReference;
  readonly otherwise: Expression;
};

/** Whether the optional fact was given. */
export type Present = Typed & { readonly kind: "present"; readonly fact: FactReference };

export type Optional = Default | Present;
