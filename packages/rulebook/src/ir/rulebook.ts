import type { EndOfMonth } from "./calendar.ts";
import type { CodeList } from "./code-list.ts";
import type { Counter } from "./counter.ts";
import type { Example } from "./example.ts";
import type { Fact } from "./fact.ts";
import type { Instrument } from "./instrument.ts";
import type { Parameter } from "./parameter.ts";
import type { Rule } from "./rule.ts";
import type { Note, Texts } from "./texts.ts";

/** Zone of the legal calendar, what fixes the law date, and the rule for days a month does not have. */
export type Clock = {
  readonly zone: string;
  readonly law: "event" | "declaration";
  readonly endOfMonth?: EndOfMonth;
};

/** What a reform replays: the law date set for all events, and the events, as inclusive days. */
export type ReformReplay = {
  readonly law?: number;
  readonly asKnown?: number;
  readonly events?: { readonly from: number; readonly to: number };
};

/** Present on a rulebook that came from applying a reform. */
export type ReformOrigin = {
  readonly name: string;
  readonly base: string;
  readonly baseHash: string;
  readonly replay?: ReformReplay;
};

/**
 * A rulebook that passed every check: plain frozen data, complete without the file. `rules` are in an order in
 * which each one follows all it reads. `hash` is the SHA-256 of the file's bytes in hex. Names of facts,
 * parameters, counters and rules are unique across all four.
 */
export type CheckedRulebook = {
  readonly kind: "rulebook";
  readonly language: 1;
  readonly name: string;
  readonly hash: string;
  readonly side: string;
  readonly decides: string;
  readonly clock: Clock;
  readonly covers: { readonly from: number };
  readonly label: Texts;
  readonly note?: Note;
  readonly instruments: readonly Instrument[];
  readonly codes: readonly CodeList[];
  readonly facts: readonly Fact[];
  readonly parameters: readonly Parameter[];
  readonly counters: readonly Counter[];
  readonly rules: readonly Rule[];
  readonly outputs: readonly string[];
  readonly tests: readonly Example[];
  readonly reform?: ReformOrigin;
};
