import type { Texts, Written } from "@twinline/rulebook";
import type { Told } from "../replay/result.ts";
import type { Divergence } from "./divergence.ts";
import type { Provision } from "./provision.ts";

/**
 * How the twin is made. "same-document": only the country changes. "own-passport": the twin of a traveller with a document
 * of one country holds the passport of the other one.
 */
export type TwinKind = "same-document" | "own-passport";

/** Events whose output went from one code to another when only the passport changed; codes as written. */
export type CodeShift = { readonly from: string; readonly to: string; readonly events: number };

export type OutputTwins = {
  readonly output: string;
  readonly different: number;
  readonly shifts: readonly CodeShift[];
  /** Sums over all events in minor or base units, for outputs that are amounts. */
  readonly amount?: { readonly own: number; readonly twin: number };
};

/** All events decided again with one other passport. */
export type PassportTwins = {
  readonly passport: string;
  readonly kind: TwinKind;
  /** Events of travellers with another passport than this. */
  readonly compared: number;
  readonly different: number;
  readonly unanswered: number;
  readonly outputs: readonly OutputTwins[];
};

/** One event that can be opened: both decisions told, and the provision at which they part. */
export type TwinExample = {
  readonly passport: string;
  readonly kind: TwinKind;
  readonly passage: number;
  readonly line: number;
  readonly day: string;
  readonly facts: { readonly [name: string]: Written };
  readonly twinFacts: { readonly [name: string]: Written };
  readonly outputs: readonly string[];
  readonly parting?: Divergence;
  readonly own: Told;
  readonly twin: Told;
};

/** How many twins part at a rule, and under which provisions. */
export type ProvisionCount = {
  readonly rule: string;
  readonly rows: string;
  readonly events: number;
  readonly provisions: readonly Provision[];
};

export type TwinResult = {
  readonly rulebook: { readonly name: string; readonly hash: string; readonly side: string };
  readonly sample: {
    readonly kind: "history" | "examples";
    readonly events: number;
    readonly people: number;
    readonly from: string;
    readonly to: string;
  };
  readonly fact: string;
  readonly passports: readonly PassportTwins[];
  readonly provisions: readonly ProvisionCount[];
  readonly examples: readonly TwinExample[];
  readonly caveats: readonly Texts[];
};
