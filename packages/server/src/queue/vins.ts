import type { ZoneNode } from "../node.ts";
import { vaultKeysOf } from "../vault/keys.ts";
import { VaultStore } from "../vault/store.ts";

/** Vehicle identification numbers of one side: by it the same vehicle is known under another plate. */
export type Vins = {
  tokenFor(vin: string): Promise<string>;
  reveal(tokens: readonly string[]): Promise<Map<string, Readonly<Record<string, string>>>>;
};

/** The numbers in a node's own vault; the journal holds tokens. */
export function openVins(node: Pick<ZoneNode, "database" | "secrets" | "side">): Vins {
  const store = new VaultStore(node.database, vaultKeysOf(node.secrets), node.side, "vin");
  return {
    tokenFor: async (vin) => (await store.tokenFor({ fields: [vin], record: { vin } })).token,
    reveal: (tokens) => store.reveal(tokens),
  };
}
