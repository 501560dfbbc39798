import type { Expression } from "./expression.ts";
import type { Citation } from "./instrument.ts";
import type { Bounds } from "./integer.ts";
import type { Place } from "./place.ts";
import type { FactReference, RuleReference } from "./reference.ts";
import type { Texts } from "./texts.ts";
import type { ValueType } from "./value-type.ts";

export const subjectKeys = ["person", "firm", "gate", "visit", "passage"] as const;
export const periodKeys = ["legal_day", "legal_week", "legal_month", "legal_year"] as const;
export type CounterKey = (typeof subjectKeys)[number] | (typeof periodKeys)[number];

/** What is added up over earlier events; a summed fact may be optional, and adds 0 when missing. */
export type Measure = { readonly kind: "count" } | { readonly kind: "sum"; readonly of: FactReference | RuleReference };

/**
 * A sum or count over earlier events of this rulebook with the same keys. `within` is a rolling window in days
 * that ends on, and includes, the event's legal day. `where` is read on the earlier event; its facts and rules
 * are that event's. `definition` is the SHA-256 of everything the value of a `facts` counter depends on.
 */
export type Counter = {
  readonly name: string;
  readonly kind: "facts" | "clamped" | "feedback";
  readonly type: ValueType;
  readonly measure: Measure;
  readonly per: readonly CounterKey[];
  readonly within?: number;
  readonly where?: Expression;
  readonly range: Bounds;
  readonly source: readonly Citation[];
  readonly closed?: ClosedForm;
  readonly definition: string;
  readonly label?: Texts;
  readonly at: Place;
};

/** A clamped counter equals min(limit, sum of `amount` over earlier events where `eligible`). */
export type ClosedForm = { readonly eligible: Expression; readonly amount: Expression; readonly limit: Expression };
