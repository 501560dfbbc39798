import type { ZoneNode } from "../node.ts";
import { vaultKeysOf } from "./keys.ts";
import { type DocumentIdentity, watchedFields } from "./persons.ts";
import { WATCHED } from "./sightings.ts";
import { VaultStore } from "./store.ts";

/** Documents somebody watches for: the list in the journal names a random token, the number stays here, hashed and sealed. */
export type WatchedDocuments = {
  /** Token of a document to watch for, known by state and number alone. */
  tokenFor(document: Pick<DocumentIdentity, "issuer" | "number">): Promise<string>;
  /** Token of the document when anybody ever watched for it. */
  find(document: Pick<DocumentIdentity, "issuer" | "number">): Promise<string | undefined>;
  reveal(tokens: readonly string[]): Promise<Map<string, Readonly<Record<string, string>>>>;
};

/** The watched documents of a node's own side. */
export function openWatched(node: Pick<ZoneNode, "database" | "secrets" | "side">): WatchedDocuments {
  const store = new VaultStore(node.database, vaultKeysOf(node.secrets), node.side, WATCHED);
  return {
    tokenFor: async ({ issuer, number }) => {
      const { token } = await store.tokenFor({ fields: watchedFields({ issuer, number }), record: { issuer, number } });
      return token;
    },
    find: ({ issuer, number }) => store.find(watchedFields({ issuer, number })),
    reveal: (tokens) => store.reveal(tokens),
  };
}
