import type { Texts } from "@twinline/api";
import { type Asked, askEntry, sourceFor, type Told } from "./ask-law.ts";
import type { LawBooks } from "./law-books.ts";
import { rankOf, type Source } from "./source.ts";

/** One document for one group of people. */
export type DocumentRow = {
  readonly label: Texts;
  readonly source: Source | undefined;
  /** "child": with a guardian only, below the age of minors. */
  readonly accepted: "yes" | "child" | "no";
  /** Why not. */
  readonly why?: Texts;
};

/** Citizens of a state by its code, or everyone. */
export type DocumentGroup = { readonly who: string; readonly rows: readonly DocumentRow[] };

export type EntryLaw = {
  readonly groups: readonly DocumentGroup[];
  /** Below this age a guardian is asked for; undefined where the rules ask for none. */
  readonly minorAge: number | undefined;
  readonly minorSource: Source | undefined;
  readonly stayDays: number | undefined;
  readonly stayText: Texts | undefined;
  readonly staySource: Source | undefined;
};

export const EVERYONE = "everyone";
/** A state that no rule names. */
const OTHER = "XX";
const ADULT_AGE = 30;
const PASSPORT = "passport";
const STAY_RULE = "stay_days_allowed";

/** Who may enter with what and for how long, found by asking the rulebook as the gate does. */
export function entryLaw(books: LawBooks): EntryLaw {
  const minorAge = findMinorAge(books);
  const adult = askEntry(books, { kind: PASSPORT, nationality: OTHER, age: ADULT_AGE });
  const minor = minorAge && askEntry(books, { kind: PASSPORT, nationality: OTHER, age: minorAge - 1 });
  const days = adult.record.outputs[STAY_RULE];
  return {
    groups: groupsOf(books, minorAge),
    minorAge,
    minorSource: minor ? sourceFor(minor, "reason") : undefined,
    stayDays: typeof days === "number" ? days : undefined,
    stayText: adult.reasons.find(({ rule }) => rule === STAY_RULE)?.text,
    staySource: sourceFor(adult, STAY_RULE),
  };
}

/** The age from which a person with a passport needs no guardian. */
function findMinorAge(books: LawBooks): number | undefined {
  const verdictAt = (age: number): string => askEntry(books, { kind: PASSPORT, nationality: OTHER, age }).verdict;
  const adult = verdictAt(ADULT_AGE);
  for (let age = ADULT_AGE - 1; age >= 0; age -= 1) if (verdictAt(age) !== adult) return age + 1;
  return undefined;
}

/** What holds for everyone is said once; each side's citizens have the rest. */
function groupsOf(books: LawBooks, minorAge: number | undefined): DocumentGroup[] {
  const kinds = books.zone.documents.byHand;
  const rowsOf = (nationality: string) =>
    new Map(kinds.map((kind) => [kind, rowOf(books, { kind, nationality, age: ADULT_AGE }, minorAge)]));
  const everyone = rowsOf(OTHER);
  const own = books.zone.sides.map(({ side }) => {
    const who = side.toUpperCase();
    const rows = [...rowsOf(who)].flatMap(([kind, row]) => (row && !everyone.get(kind) ? [row] : []));
    return { who, rows };
  });
  const shared = surestFirst([...everyone.values()].filter((row) => row !== undefined));
  return [{ who: EVERYONE, rows: shared }, ...own].filter(({ rows }) => rows.length > 0);
}

function surestFirst(rows: readonly DocumentRow[]): DocumentRow[] {
  return rows.toSorted((a, b) => rankOf(a.source) - rankOf(b.source));
}

/** Undefined where the rules know no such document: an officer decides. */
function rowOf(books: LawBooks, asked: Asked, minorAge: number | undefined): DocumentRow | undefined {
  const label = labelOf(books, asked.kind);
  if (label === undefined) return undefined;
  const adult = askEntry(books, asked);
  const source = sourceFor(adult, "document_standing");
  if (adult.verdict === "admit") return { label, source, accepted: "yes" };
  if (adult.verdict === "refuse") return { label, source, accepted: "no", why: adult.text };
  const child: Told | undefined =
    minorAge === undefined ? undefined : askEntry(books, { ...asked, age: minorAge - 1, guardian: true });
  return child?.verdict === "admit"
    ? { label, source: sourceFor(child, "document_standing"), accepted: "child" }
    : undefined;
}

function labelOf({ arrival }: LawBooks, kind: string): Texts | undefined {
  const list = arrival.rulebook.codes.find(({ name }) => name === "document_kind");
  return list?.values.find(({ code }) => code === kind)?.label;
}
