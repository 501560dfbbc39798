import type { UnanswerableReason } from "../ir/example.ts";

/** A value inside compiled rules: integers are numbers, or bigints where their proven bounds exceed 2^53 - 1. */
export type Held = boolean | number | bigint | string;

/** Facts by name; an absent name is a missing fact. */
export type Facts = { readonly [name: string]: Held | undefined };

/** Counter values before this event, by name; an absent name is a counter that cannot be known now. */
export type Counters = { readonly [name: string]: number | bigint | undefined };

/** Days since 1970-01-01: the law date and the legal day of the event. */
export type Days = { readonly law: number; readonly legal: number };

/** Values of the rulebook's outputs by name, in the order of the file. */
export type Outputs = { readonly [name: string]: Held | readonly Held[] };

/** A value of the trace; `undefined` for a rule not in force, or one that could not be answered and was not needed. */
export type Traced = Held | readonly Held[] | undefined;

/** What one row policy hit: 0 for a rule without a table, the row's number, or all numbers (`any`, `collect`). */
export type RowsHit = number | readonly number[];

/** Version in force, by index of parameter and of rule; -1 before the first. One frozen object per span of law dates. */
export type VersionsInForce = { readonly parameters: readonly number[]; readonly rules: readonly number[] };

/** Everything a decision went through, by index of rule, counter and parameter; texts and sources stay in the rulebook. */
export type Trace = {
  readonly values: readonly Traced[];
  readonly rows: readonly RowsHit[];
  readonly counters: readonly (number | bigint | undefined)[];
  readonly versions: VersionsInForce;
};

/** The rules give no answer; `name` is the fact, counter, parameter, rule or rulebook that stands in the way. */
export type Unanswerable = {
  readonly kind: "unanswerable";
  readonly reason: UnanswerableReason;
  readonly name: string;
};

export type Decided = { readonly kind: "decided"; readonly outputs: Outputs; readonly trace: Trace };
export type Decision = Decided | Unanswerable;
export type Decide = (facts: Facts, counters: Counters, days: Days) => Decision;

/** A decision without its trace. */
export type Answer = { readonly kind: "decided"; readonly outputs: Outputs } | Unanswerable;
export type DecideRaw = (facts: Facts, counters: Counters, days: Days) => Answer;
