import { type Static, Type } from "typebox";
import { Day, Texts } from "./codes.ts";
import { SecondToken } from "./recorded.ts";

export const RULEBOOK_CHARS_MAX = 200_000;

/**
 * POST /api/rulebooks : two officers bring another text of a rulebook into force; the texts it cites stay as they are. The second
 * signs the act `rulebook.adopt/<SHA-256 of the text in hex>`.
 */
export const RulebookAdopt = Type.Object(
  {
    name: Type.String({ pattern: "^[a-z0-9-]{1,40}/[a-z]{1,10}/[a-z0-9-]{1,40}$" }),
    text: Type.String({ minLength: 1, maxLength: RULEBOOK_CHARS_MAX, description: "The YAML file" }),
    second: Type.Optional(SecondToken),
  },
  { additionalProperties: false },
);
export type RulebookAdopt = Static<typeof RulebookAdopt>;

/** One rulebook in force, and how sure one may be of its figures. */
export const RulebookRow = Type.Object({
  name: Type.String(),
  title: Texts,
  hash: Type.String(),
  decides: Type.String(),
  coversFrom: Day,
  law: Day,
  sources: Type.Array(Texts, { description: "Citations of its legal acts, with {n} where a provision goes" }),
  figures: Type.Integer({ description: "Figures in force on the law date" }),
  unknown: Type.Integer({ description: "Of these, figures that are not known" }),
  doubtful: Type.Integer({ description: "Of these, figures of low confidence or none" }),
});
export type RulebookRow = Static<typeof RulebookRow>;

/** GET /api/rulebooks : what is in force here. */
export const RulebookList = Type.Object({ rows: Type.Array(RulebookRow) });
export type RulebookList = Static<typeof RulebookList>;

/** GET /api/rulebooks/:hash : a rulebook that is or was in force here, as its checker left it. A hash is for ever. */
export const RulebookDetail = Type.Object({
  rulebook: Type.Unknown({ description: "CheckedRulebook of @twinline/rulebook" }),
  inForce: Type.Boolean(),
});
export type RulebookDetail = Static<typeof RulebookDetail>;

export const RulebookParams = Type.Object({ hash: Type.String({ pattern: "^[0-9a-f]{64}$" }) });
