import { type Static, Type } from "typebox";
import { Day, Texts } from "./codes.ts";
import { SecondToken } from "./recorded.ts";
import { RULEBOOK_CHARS_MAX } from "./rulebooks.ts";

/** Newest proposals that a list shows. */
export const PROPOSALS_MAX = 100;

const part = "[a-z0-9-]{1,40}";
const Name = Type.String({ pattern: `^${part}/[a-z]{1,10}/${part}$` });
const Hash = Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the file's bytes" });
const Yaml = Type.String({ minLength: 1, maxLength: RULEBOOK_CHARS_MAX, description: "The YAML file" });

/** A reform that somebody saved: a proposal binds nobody. */
export const ProposalRow = Type.Object({
  name: Name,
  hash: Hash,
  base: Name,
  baseHash: Hash,
  entry: Type.Integer(),
  stage: Type.Optional(Type.String({ description: "Absent while it is drafted" })),
});
export type ProposalRow = Static<typeof ProposalRow>;

/** GET /api/proposals : the rulebooks in force that a reform may change, and the newest proposals. */
export const ProposalList = Type.Object({
  bases: Type.Array(Type.Object({ name: Name, hash: Hash, label: Texts })),
  rows: Type.Array(ProposalRow, { maxItems: PROPOSALS_MAX }),
  may: Type.Array(Type.String()),
});
export type ProposalList = Static<typeof ProposalList>;

export const BaseParams = Type.Object({
  zone: Type.String({ pattern: `^${part}$` }),
  side: Type.String({ pattern: "^[a-z]{1,10}$" }),
  name: Type.String({ pattern: `^${part}$` }),
});

/** GET /api/rulebooks/:zone/:side/:name : the very files of a rulebook in force: its YAML and the instruments' texts beside it. */
export const RulebookFiles = Type.Object({
  name: Name,
  hash: Hash,
  files: Type.Array(Type.Object({ path: Type.String(), text: Type.String() })),
  may: Type.Array(Type.String()),
});
export type RulebookFiles = Static<typeof RulebookFiles>;

/** POST /api/proposals : saves a reform (rulebook.md §8) of a rulebook in force. It must hold with all its examples. */
export const ProposalAdd = Type.Object({ name: Name, text: Yaml }, { additionalProperties: false });
export type ProposalAdd = Static<typeof ProposalAdd>;

export const ProposalParams = Type.Object({ hash: Hash });

/**
 * GET /api/proposals/:hash/law : the whole text that the base becomes when the reform is adopted, and the legal day from which
 * something changes. The second officer signs the act `rulebook.adopt/<hash>` for these very words.
 */
export const ProposalLaw = Type.Object({
  name: Name,
  hash: Hash,
  text: Type.String(),
  effective: Day,
  may: Type.Array(Type.String()),
});
export type ProposalLaw = Static<typeof ProposalLaw>;

/** POST /api/proposals/:hash/adopt : two officers bring the reform into force as the base's new text. */
export const ProposalAdopt = Type.Object({ second: Type.Optional(SecondToken) }, { additionalProperties: false });
export type ProposalAdopt = Static<typeof ProposalAdopt>;

/** GET /api/proposals/:hash : the text of a saved reform. */
export const Proposal = Type.Object({ name: Name, hash: Hash, text: Type.String() });
export type Proposal = Static<typeof Proposal>;
