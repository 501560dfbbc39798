import type { Texts } from "@twinline/api";
import type { CheckedRulebook, Parameter, ParameterVersion } from "@twinline/rulebook";
import { versionOn } from "./carry-law.ts";
import type { LawBooks } from "./law-books.ts";
import { noteTexts, type Source, sourceOf } from "./source.ts";

/** A figure of the law that is not known, or not well enough to travel on. */
export type OpenQuestion = {
  readonly label: Texts;
  readonly isUnknown: boolean;
  readonly note: Texts | undefined;
  readonly source: Source;
};

/** Everything in a side's books that is unknown, unverified or doubtful on the law date; each figure once. */
export function openQuestions({ arrival, departure, opening, day }: LawBooks): readonly OpenQuestion[] {
  const books = [arrival.rulebook, departure.rulebook, ...(opening ? [opening] : [])];
  const found = new Map<string, OpenQuestion>();
  for (const rulebook of books)
    for (const parameter of rulebook.parameters) {
      const question = questionOf(rulebook, parameter, versionOn(parameter, day));
      if (question) found.set(parameter.name, question);
    }
  return [...found.values()].sort((a, b) => Number(b.isUnknown) - Number(a.isUnknown));
}

function questionOf(
  rulebook: CheckedRulebook,
  { label, note }: Parameter,
  version: ParameterVersion | undefined,
): OpenQuestion | undefined {
  if (version === undefined || label === undefined) return undefined;
  const figures = [version.other, ...version.keyed.map(({ figure }) => figure)];
  const isUnknown = figures.some((figure) => figure?.kind === "unknown");
  const isDoubtful = version.confidence === "low" || version.confidence === "unverified";
  if (!isUnknown && !isDoubtful) return undefined;
  const source = sourceOf(rulebook, version.source, version.confidence);
  return { label, isUnknown, note: noteTexts(version.note ?? note), source };
}
