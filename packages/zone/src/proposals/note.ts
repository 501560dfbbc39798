import { PROPOSAL } from "../rulebooks/propose.ts";
import type { Author, Concept } from "../spine/concept.ts";
import { getText } from "../spine/read-body.ts";
import type { StateKey } from "../spine/state.ts";

/** Table of what was said of proposals, by the SHA-256 of the words. */
export const PROPOSAL_NOTE = "proposal_note";

/** What a note is about: the problem that the proposal answers, a report on it, or an opinion in consultation. */
export const noteSubjects = ["problem", "impact", "openness", "opinion"] as const;
export type NoteSubject = (typeof noteSubjects)[number];

/** Somebody says something of a proposal. The words are kept outside; an entry holds no free text (promises.md D5). */
export type NoteCommand = {
  readonly kind: "proposal_note";
  readonly by: Author & { readonly officer: string };
  readonly note: { readonly proposal: string; readonly about: NoteSubject; readonly words: string };
};

export const proposalNote: Concept<NoteCommand> = {
  kind: "proposal_note",
  keys: ({ note }) => [
    { table: PROPOSAL, key: note.proposal },
    { table: PROPOSAL_NOTE, key: note.words },
  ],
  decide: ({ by, note }, state) => {
    const details = { ...note, author: by.officer };
    if (state.find(PROPOSAL, note.proposal) === undefined)
      return { outcome: "refused", reason: "proposal_unknown", details };
    if (state.find(PROPOSAL_NOTE, note.words) !== undefined)
      return { outcome: "refused", reason: "same_words", details };
    return { outcome: "done", reason: "noted", details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const [proposal, about, author] = ["proposal", "about", "author"].map((field) => getText(body, field));
    const row = { proposal: proposal!, about: about!, author: author!, entry: number };
    return [
      { kind: "put", table: PROPOSAL_NOTE, key: getText(body, "words"), row },
      // That there is a note of this kind, under a key that the stages can look up.
      { kind: "put", ...firstNoteKey(proposal!, about!), row },
    ];
  },
};

/** Key of the newest note about one subject. */
export function firstNoteKey(proposal: string, about: string): StateKey {
  return { table: PROPOSAL_NOTE, key: `${proposal}/${about}` };
}
