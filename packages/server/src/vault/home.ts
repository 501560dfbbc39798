import { APP_ROLE, type Database, type Queries, together, transaction, VAULT_ROLE } from "../database.ts";
import { VaultError } from "./error.ts";
import type { VaultKeys } from "./keys.ts";
import { unseal } from "./sealing.ts";

/**
 * Gives a side's rows to the role that the node logs in as. Only the owner of the database can say this, at its first
 * start: the node itself cannot add a side to what it may see (P23).
 */
export async function claimVault(owner: Queries, side: string, role: string = APP_ROLE): Promise<void> {
  await owner.query("insert into vault.home (role, side) values ($1, $2) on conflict do nothing", [role, side]);
}

/** Whether a subject can be opened with this node's key. Throws VaultError "vault/wrong-key", before names are missed. */
export async function assertVaultOpens(database: Database, keys: VaultKeys, side: string): Promise<void> {
  await inVault(database, side, async (vault) => {
    const { rows } = await vault.query<{ token: string; wrapped_key: Buffer }>(
      "select token, wrapped_key from vault.subject limit 1",
    );
    const row = rows[0];
    if (row === undefined) return;
    try {
      unseal(keys.wrap, row.wrapped_key, row.token);
    } catch (cause) {
      const message = `Cannot open the vault of "${side}" with the key "${keys.wrapId}": bring back the secret "vault-wrap"`;
      throw new VaultError("vault/wrong-key", message, cause);
    }
  });
}

/** One transaction as the vault's role that sees the rows of one side; `commit` as in `transaction`. */
export function inVault<T>(
  database: Database,
  side: string,
  work: (vault: Queries, commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  return transaction(database, async (vault, commit) => {
    const [, , result] = await together([
      vault.query(`set local role ${VAULT_ROLE}`),
      vault.query("select set_config('twinline.side', $1, true)", [side], "vault-side"),
      work(vault, commit),
    ]);
    // NOTE: the role is local to the transaction and ends with it.
    await commit();
    return result;
  });
}
