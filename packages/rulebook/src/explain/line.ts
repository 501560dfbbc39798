import type { Citation } from "../ir/instrument.ts";
import type { Confidence } from "../ir/parameter.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Texts } from "../ir/texts.ts";
import { inAll } from "./words.ts";

/** A provision a line rests on, and how sure we are of the figure taken from it. */
export type Source = { readonly provision: string; readonly confidence: Confidence };

/** One line of an explanation: a sentence, its provision, a note; the lines below it are its grounds. */
export type ExplanationLine = {
  text: Texts;
  rule?: string;
  cite?: Texts;
  note?: Texts;
  sources?: Source[];
  children: ExplanationLine[];
};

type Parts = {
  readonly text: Texts;
  readonly rule?: string;
  readonly cited?: Cited | undefined;
  readonly note?: Texts | undefined;
  readonly children?: ExplanationLine[];
};

/** Makes a line, leaving out what it has not. */
export function lineOf({ text, rule, cited, note, children = [] }: Parts): ExplanationLine {
  return { text, ...(rule && { rule }), ...cited, ...(note && { note }), children };
}

/** What a line says of its provisions, in words and as `N12/4`. */
export type Cited = { cite: Texts; sources: Source[] };

/** The provisions by the cite templates of their instruments: "Notice 12/2023, art. 4". */
export function citedBy(
  rulebook: CheckedRulebook,
  citations: readonly Citation[],
  confidence: Confidence = "high",
): Cited | undefined {
  if (citations.length === 0) return undefined;
  const cites = citations.map((citation) => citeTexts(rulebook, citation));
  return {
    cite: inAll((language) => cites.map((cite) => cite[language]).join(language === "zh" ? "；" : "; ")),
    sources: citations.map(({ instrument, provision }) => ({ provision: `${instrument}/${provision}`, confidence })),
  };
}

/** One provision in words. */
export function citeTexts(rulebook: CheckedRulebook, { instrument, provision }: Citation): Texts {
  const template = rulebook.instruments.find(({ id }) => id === instrument)?.cite;
  return inAll((language) => (template?.[language] ?? instrument).replaceAll("{n}", provision));
}
