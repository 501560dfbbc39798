import type { Confidence, ExplanationLine, Texts, Written } from "@twinline/rulebook";

/** One amount under both policies, in minor or base units. */
export type Pair = { readonly base: number; readonly reform: number };

/** Sums over the lines of one key of a dimension. */
export type Group = {
  readonly key: string;
  readonly lines: number;
  readonly amounts: { readonly [output: string]: Pair };
  /** Lines that pay less and more under the reform, and by how much in all. */
  readonly less: number;
  readonly more: number;
  readonly gained: number;
  readonly lost: number;
};

/** A decision of one policy, told. */
export type Told = {
  readonly counters: { readonly [name: string]: Written };
  readonly outputs: { readonly [name: string]: Written };
  readonly explanation: readonly ExplanationLine[];
};

/** A line that can be opened: its numbers in the history, its facts, and both decisions told. */
export type Example = {
  readonly passage: number;
  readonly line: number;
  readonly day: string;
  readonly facts: { readonly [name: string]: Written };
  readonly base: Told;
  readonly reform: Told;
};

/** Lines whose output went from one code to another. */
export type Change = {
  readonly output: string;
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly examples: readonly Example[];
};

/** A figure that is not certain, and was in force for replayed events. */
export type Doubt = {
  readonly parameter: string;
  readonly from: string;
  readonly confidence: Exclude<Confidence, "high">;
  readonly policy: "base" | "reform" | "both";
};

export type Unanswered = {
  readonly policy: "base" | "reform";
  readonly reason: string;
  readonly name: string;
  readonly lines: number;
};

/** What the burden would be if people responded to the price; an assumption, never a result of the record. */
export type Response = { readonly elasticity: string; readonly burden: Pair; readonly said: Texts };

export type ReplayResult = {
  readonly base: { readonly name: string; readonly hash: string };
  readonly reform: { readonly name: string; readonly hash: string };
  readonly history: { readonly from: string; readonly to: string; readonly passages: number; readonly lines: number };
  /** The law date set for all events; absent when each event is judged by the law of its own day. */
  readonly law?: string;
  readonly burden?: string;
  readonly totals: Group;
  /** Lines by code of each coded output. */
  readonly outcomes: { readonly [output: string]: { readonly [code: string]: Pair } };
  /** People who pay less, more and the same over the whole period. */
  readonly people: { readonly less: number; readonly more: number; readonly same: number };
  readonly by: { readonly [dimension: string]: readonly Group[] };
  readonly changes: readonly Change[];
  readonly unanswered: readonly Unanswered[];
  readonly doubts: readonly Doubt[];
  readonly response?: Response;
  readonly caveats: readonly Texts[];
};
