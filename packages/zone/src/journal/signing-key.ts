import type { Author, Concept } from "../spine/concept.ts";
import { present } from "../spine/json.ts";

/** The key that signs receipts and checkpoints from this entry on stands in the journal itself (promises.md D10). */
export type SigningKeyCommand = {
  readonly kind: "key";
  readonly by: Author;
  /** C2SP verifier key text of the key that signs from now on. */
  readonly key: string;
  /** Signed by the old and the new key when this one replaces another. */
  readonly statement?: string;
};

export const signingKey: Concept<SigningKeyCommand> = {
  kind: "key",
  keys: () => [],
  decide: ({ key, statement }) => ({ outcome: "done", reason: "announced", details: present({ key, statement }) }),
  apply: () => [],
};
