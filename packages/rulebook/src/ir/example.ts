import type { Place } from "./place.ts";
import type { Texts } from "./texts.ts";
import type { Value } from "./value-type.ts";

/** When an example's event happens: milliseconds since 1970, its legal day in `clock.zone`, and its law date. */
export type ExampleTime = { readonly moment: number; readonly legal: number; readonly law: number };

/** Facts as held values by name; a fact not named is missing. */
export type ExampleFacts = { readonly [name: string]: Value };

export type EarlierEvent = { readonly time: ExampleTime; readonly facts: ExampleFacts };

/** What the trace of an example must contain. */
export type Because =
  | { readonly kind: "version"; readonly name: string; readonly from: number }
  | { readonly kind: "row"; readonly rule: string; readonly row: number }
  | { readonly kind: "counter"; readonly name: string; readonly value: Value };

export type Expectation =
  | {
      readonly kind: "outputs";
      readonly outputs: readonly { readonly name: string; readonly value: Value | readonly Value[] }[];
    }
  | { readonly kind: "unanswerable"; readonly reason: UnanswerableReason };

export const unanswerableReasons = [
  "missing-fact",
  "out-of-range",
  "unknown-code",
  "before-coverage",
  "unknown-figure",
  "counter-unavailable",
] as const;
export type UnanswerableReason = (typeof unanswerableReasons)[number];

/**
 * A test of the rulebook. Earlier events (already merged with the example's facts) are decided in order and feed
 * the counters; all events share person, firm, gate, visit and passage.
 */
export type Example = {
  readonly it: Partial<Texts>;
  readonly time: ExampleTime;
  readonly facts: ExampleFacts;
  readonly earlier: readonly EarlierEvent[];
  readonly expect: Expectation;
  readonly because: readonly Because[];
  readonly at: Place;
};
