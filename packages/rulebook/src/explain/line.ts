import type { Citation } from "../ir/instrument.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Texts } from "../ir/texts.ts";
import { inAll } from "./words.ts";

/** One line of an explanation: a sentence, its provision, a note; the lines below it are its grounds. */
export type ExplanationLine = {
  readonly text: Texts;
  readonly rule?: string;
  readonly cite?: Texts;
  readonly note?: Texts;
  readonly children: readonly ExplanationLine[];
};

type Parts = {
  readonly text: Texts;
  readonly rule?: string | undefined;
  readonly cite?: Texts | undefined;
  readonly note?: Texts | undefined;
  readonly children?: readonly ExplanationLine[];
};

/** Makes a line, leaving out what it has not. */
export function lineOf({ text, rule, cite, note, children = [] }: Parts): ExplanationLine {
  return { text, ...(rule && { rule }), ...(cite && { cite }), ...(note && { note }), children };
}

/** The provisions by the cite templates of their instruments: "Notice 12/2023, art. 4". */
export function citeTexts(rulebook: CheckedRulebook, citations: readonly Citation[]): Texts | undefined {
  if (citations.length === 0) return undefined;
  return inAll((language) =>
    citations
      .map(({ instrument, provision }) => {
        const template = rulebook.instruments.find(({ id }) => id === instrument)?.cite[language] ?? instrument;
        return template.replaceAll("{n}", provision);
      })
      .join(language === "zh" ? "；" : "; "),
  );
}
