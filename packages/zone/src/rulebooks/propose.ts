import type { Author, Concept } from "../spine/concept.ts";
import { getText } from "../spine/read-body.ts";

/** Table of the reforms that were proposed, by the SHA-256 of their text. */
export const PROPOSAL = "proposal";

/** A checked reform is kept as a proposal; it changes no law. */
export type ProposeCommand = {
  readonly kind: "propose";
  readonly by: Author;
  readonly reform: {
    readonly name: string;
    readonly hash: string;
    readonly base: string;
    readonly baseHash: string;
  };
};

export const propose: Concept<ProposeCommand> = {
  kind: "propose",
  keys: ({ reform }) => [{ table: PROPOSAL, key: reform.hash }],
  decide: ({ reform }, state) =>
    state.find(PROPOSAL, reform.hash) === undefined
      ? { outcome: "done", reason: "proposed", details: reform }
      : { outcome: "refused", reason: "same_text", details: reform },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const row = {
      name: getText(body, "name"),
      base: getText(body, "base"),
      baseHash: getText(body, "baseHash"),
      entry: number,
    };
    return [{ kind: "put", table: PROPOSAL, key: getText(body, "hash"), row }];
  },
};
