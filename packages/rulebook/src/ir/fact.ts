import type { Bounds } from "./integer.ts";
import type { Place } from "./place.ts";
import type { Texts } from "./texts.ts";
import type { ValueType } from "./value-type.ts";

/** What a fact is constant over; replay verifies it. */
export type Constancy = "event" | "person_day" | "person";

/** A declared input. `range` is present for integers, money and quantities: outside it a decision is unanswerable. */
export type Fact = {
  readonly name: string;
  readonly type: ValueType;
  readonly range?: Bounds;
  readonly optional: boolean;
  readonly of: Constancy;
  readonly label: Texts;
  readonly at: Place;
};
