import type { Author, Concept } from "../spine/concept.ts";

/** The key that signs receipts and checkpoints from this entry on stands in the journal itself (promises.md D10). */
export type SigningKeyCommand = {
  readonly kind: "key";
  readonly by: Author;
  readonly role: "journal";
  readonly algorithm: "ed25519";
  /** Public key, 32 bytes in base64. */
  readonly publicKey: string;
};

export const signingKey: Concept<SigningKeyCommand> = {
  kind: "key",
  keys: () => [],
  decide: ({ role, algorithm, publicKey }) => ({
    outcome: "done",
    reason: "announced",
    details: { role, algorithm, publicKey },
  }),
  apply: () => [],
};
