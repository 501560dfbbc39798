import type { Texts } from "../ir/texts.ts";

/** One difference between two rulebooks, as a sentence; `from` is the first law date it touches, if it has one. */
export type Change = {
  readonly kind: "added" | "removed" | "figure" | "wording" | "declaration";
  readonly name: string;
  readonly from?: number;
  readonly text: Texts;
};
