import type { Author, Concept } from "../spine/concept.ts";
import { getText } from "../spine/read-body.ts";
import type { StateKey } from "../spine/state.ts";
import type { LinkKind } from "./runner-traits.ts";

/** Table of persons and the commitments noted with them. */
export const PERSON_LINK = "person_link";

/**
 * An officer notes who paid for goods, whose phone was given or who took them over. The journal holds a keyed hash of what
 * was said (`commitment`): equal ones can be seen, none can be read.
 */
export type NoteLink = {
  readonly kind: "link_note";
  readonly by: Author;
  /** The passage at which it was seen. */
  readonly passage: number;
  readonly person: string;
  readonly link: LinkKind;
  readonly commitment: string;
};

export const noteLink: Concept<NoteLink> = {
  kind: "link_note",
  keys: (command) => [linkKey(command.link, command.commitment, command.person)],
  decide: ({ passage, person, link, commitment }, state) => {
    const details = { passage, person, link, commitment };
    const { table, key } = linkKey(link, commitment, person);
    return state.find(table, key) === undefined
      ? { outcome: "done", reason: "noted", details }
      : { outcome: "refused", reason: "link_known", details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const [link, commitment, person] = [getText(body, "link"), getText(body, "commitment"), getText(body, "person")];
    return [{ kind: "put", ...linkKey(link, commitment, person), row: { link, commitment, person, entry: number } }];
  },
};

function linkKey(link: string, commitment: string, person: string): StateKey {
  return { table: PERSON_LINK, key: `${link}/${commitment}/${person}` };
}
