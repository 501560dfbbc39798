import { createHash } from "node:crypto";
import type { Secrets } from "../secrets.ts";

/** The node's two secrets for the vault: one wraps the subjects' keys, one makes their lookup indexes. */
export type VaultKeys = { readonly wrap: Buffer; readonly wrapId: string; readonly index: Buffer };

/** Secrets "vault-wrap" and "vault-index" of the node, kept outside the database. */
export function vaultKeysOf(secrets: Secrets): VaultKeys {
  const wrap = secrets.get("vault-wrap");
  return {
    wrap,
    wrapId: createHash("sha256").update(wrap).digest("hex").slice(0, 16),
    index: secrets.get("vault-index"),
  };
}
