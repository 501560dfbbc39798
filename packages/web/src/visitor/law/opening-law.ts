import type { Texts } from "@twinline/api";
import { UNANSWERABLE } from "@twinline/zone";
import { askEntry } from "./ask-law.ts";
import type { LawBooks } from "./law-books.ts";
import { noteTexts, type Source, sourceOf } from "./source.ts";

/** Days on which the centre was or will be closed; `until` is the first open day, absent while it is not known. */
export type Closure = {
  readonly from: number;
  readonly until: number | undefined;
  readonly source: Source;
  readonly note: Texts | undefined;
};

/** Whether a visitor in order is let in today; "unknown" where the rules do not answer. */
export type OpenState = "open" | "closed" | "unknown";
export type OpeningLaw = { readonly state: OpenState; readonly closures: readonly Closure[] };

/** Name of the dated figure by which arrivals know whether the centre is open. */
const OPEN = "centre_open";

/** Whether the centre is open on the law date, and its closures, newest first. */
export function openingLaw(books: LawBooks): OpeningLaw {
  const { rulebook } = books.arrival;
  const versions = rulebook.parameters.find(({ name }) => name === OPEN)?.versions ?? [];
  const closures = versions.flatMap((version, at): Closure[] => {
    const figure = version.other;
    if (figure?.kind !== "known" || figure.value !== false) return [];
    const source = sourceOf(rulebook, version.source, version.confidence);
    return [{ from: version.from, until: versions[at + 1]?.from, source, note: noteTexts(version.note) }];
  });
  const today = askEntry(books, { kind: "passport", nationality: "XX", age: 30 });
  const state = today.reason === UNANSWERABLE ? "unknown" : today.verdict === "refuse" ? "closed" : "open";
  return { state, closures: closures.toReversed() };
}
