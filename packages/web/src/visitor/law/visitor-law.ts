import type { CheckedRulebook } from "@twinline/rulebook";
import type { Zone } from "@twinline/zone";
import { type CarryLaw, carryLaw } from "./carry-law.ts";
import { type EntryLaw, entryLaw } from "./entry-law.ts";
import { type LawBooks, nextChange, openBooks } from "./law-books.ts";
import { type OpenQuestion, openQuestions } from "./open-questions.ts";
import { type OpeningLaw, openingLaw } from "./opening-law.ts";

/** What a visitor needs to know of one side's law. */
export type SideLaw = {
  readonly books: LawBooks;
  readonly entry: EntryLaw;
  readonly opening: OpeningLaw;
  readonly carry: CarryLaw;
  readonly questions: readonly OpenQuestion[];
};

/** The law of the whole zone on a day. */
export type VisitorLaw = {
  readonly zone: Zone;
  /** Law date, days since 1970-01-01. */
  readonly day: number;
  readonly sides: readonly SideLaw[];
  /** The next day on which anything of it changes. */
  readonly changes: number | undefined;
};

/** Reads the rulebooks for the visitor page by asking them; no figure of the law stands in the page itself. */
export function visitorLaw(zone: Zone, rulebooks: readonly CheckedRulebook[], day: number): VisitorLaw {
  const books = zone.sides.map((side) => openBooks(zone, side, rulebooks, day));
  const sides = books.map((one) => ({
    books: one,
    entry: entryLaw(one),
    opening: openingLaw(one),
    carry: carryLaw(one),
    questions: openQuestions(one),
  }));
  const changes = books.map(nextChange).filter((next) => next !== undefined);
  return { zone, day, sides, changes: changes.length === 0 ? undefined : Math.min(...changes) };
}
