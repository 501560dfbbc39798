import type { Expression } from "./expression.ts";
import type { Citation } from "./instrument.ts";
import type { Place } from "./place.ts";
import type { Reference } from "./reference.ts";

/**
 * A decision table. Some row hits for every possible input (not for `collect`), proven at load. With `unique`
 * exactly one hits; with `any` all hits give one output; `collect-…` combines all hits, or gives `empty`.
 */
export type Table = {
  readonly kind: "table";
  readonly hit: HitPolicy;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly empty?: Expression;
  readonly at: Place;
};

export type HitPolicy = "unique" | "first" | "any" | "collect-sum" | "collect-min" | "collect-max" | "collect-list";

/** A condition's name and what it reads. `optional` marks an optional fact: cells test for presence first. */
export type Column = { readonly name: string; readonly of: Reference; readonly optional: boolean };

/** Row `number` counts from 1. A row hits when all its cells do. */
export type Row = {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly output: Expression;
  readonly source: readonly Citation[];
  readonly at: Place;
};

/** `any` always hits; `when` hits when its boolean test over the column holds. `text` is the cell as written. */
export type Cell =
  | { readonly kind: "any" }
  | { readonly kind: "when"; readonly text: string; readonly test: Expression };
