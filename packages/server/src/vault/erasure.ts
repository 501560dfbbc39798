import { ERASED } from "@twinline/zone";
import { asVault, type Queries, transaction } from "../database.ts";
import type { ZoneNode } from "../node.ts";

/** Persons looked at in one statement when a restored vault is cleared. */
const CLEARED_AT_ONCE = 1_000;

/** Destroys keys, lookup rows and records of subjects, inside a transaction of the node. Returns how many there were. */
export async function destroyIn(tx: Queries, side: string, tokens: readonly string[]): Promise<number> {
  return await asVault(tx, async (vault) => {
    await vault.query("select set_config('twinline.side', $1, true)", [side], "vault-side");
    const { count } = await vault.query("delete from vault.subject where token = any($1)", [tokens]);
    return count;
  });
}

/**
 * Destroys again whom the journal says is erased: a vault restored from a backup may hold them. Run at each start, after
 * the state was rebuilt and before the door opens. Returns how many persons were still there.
 */
export async function finishErasures({ database, side }: Pick<ZoneNode, "database" | "side">): Promise<number> {
  let destroyed = 0;
  for (let after = ""; ; ) {
    const { rows } = await database.query<{ person: string }>(
      `select person from ${ERASED} where key > $1 order by key limit $2`,
      [after, CLEARED_AT_ONCE],
    );
    const tokens = rows.map(({ person }) => person);
    if (tokens.length > 0) destroyed += await transaction(database, (tx) => destroyIn(tx, side, tokens));
    if (tokens.length < CLEARED_AT_ONCE) return destroyed;
    after = tokens.at(-1) ?? "";
  }
}
