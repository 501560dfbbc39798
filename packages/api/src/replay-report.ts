import type { Texts } from "./codes.ts";
import type { ExplanationLine } from "./entries.ts";

/** One amount under the law and under the reform, in minor or base units, or lines. */
export type ReportPair = { readonly base: number; readonly reform: number };

/** Sums over the lines of one key; `less` and `more` count lines that pay less and more, `gained` and `lost` by how much. */
export type ReportGroup = {
  readonly key: string;
  readonly lines: number;
  readonly amounts: { readonly [output: string]: ReportPair };
  readonly less: number;
  readonly more: number;
  readonly gained: number;
  readonly lost: number;
};

type Written = boolean | number | string | readonly Written[];
type Told = {
  readonly counters: { readonly [name: string]: Written };
  readonly outputs: { readonly [name: string]: Written };
  readonly explanation: readonly ExplanationLine[];
};

/** A decided line of the history, with both decisions told. */
export type ReportExample = {
  readonly passage: number;
  readonly line: number;
  readonly day: string;
  readonly facts: { readonly [name: string]: Written };
  readonly base: Told;
  readonly reform: Told;
};

export type ReportChange = {
  readonly output: string;
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  readonly examples: readonly ReportExample[];
};

type OutputType = { readonly kind: string; readonly currency?: string; readonly unit?: string };

/** GET /api/replays/:id/report : what a replay found, with the words to tell it; the entry holds the hash of these bytes. */
export type ReplayReport = {
  readonly proposal: string;
  readonly history: "journal" | "generated";
  readonly words: {
    readonly outputs: { readonly [name: string]: { readonly label: Texts; readonly type: OutputType } };
    readonly codes: { readonly [code: string]: Texts };
    /** Facts and counters. */
    readonly facts: { readonly [name: string]: Texts };
    readonly base: Texts;
    /** What the reform changes, a sentence each. */
    readonly changes: readonly Texts[];
  };
  readonly result: {
    readonly base: { readonly name: string; readonly hash: string };
    readonly reform: { readonly name: string; readonly hash: string };
    readonly history: {
      readonly from: string;
      readonly to: string;
      readonly passages: number;
      readonly lines: number;
    };
    readonly law?: string;
    readonly burden?: string;
    readonly totals: ReportGroup;
    readonly outcomes: { readonly [output: string]: { readonly [code: string]: ReportPair } };
    readonly people: { readonly less: number; readonly more: number; readonly same: number };
    readonly by: { readonly [dimension: string]: readonly ReportGroup[] };
    readonly changes: readonly ReportChange[];
    readonly unanswered: readonly {
      readonly policy: string;
      readonly reason: string;
      readonly name: string;
      readonly lines: number;
    }[];
    readonly doubts: readonly {
      readonly parameter: string;
      readonly from: string;
      readonly confidence: string;
      readonly policy: string;
    }[];
    readonly response?: { readonly elasticity: string; readonly burden: ReportPair; readonly said: Texts };
    readonly caveats: readonly Texts[];
  };
};
