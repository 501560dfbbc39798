import { type Static, Type } from "typebox";
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
