import { parseCanonical } from "@twinline/journal";
import type { Counter } from "@twinline/rulebook";
import { type Body, countedFor, type Installed, PendingChanges } from "@twinline/zone";
import { type Queries, together } from "../database.ts";
import { saveTouched } from "../writer/state-table.ts";

/** Entries read at a time while counters are filled: short statements, bounded memory. */
export const FILL_ENTRIES = 5_000;

/** Fills counters from every earlier decision of their rulebook, as if they had been declared from the beginning. */
export async function fillCounters(tx: Queries, installed: Installed, counters: readonly Counter[]): Promise<void> {
  const narrowed = { ...installed, rulebook: { ...installed.rulebook, counters } };
  for (let after = 0; ; after += FILL_ENTRIES) {
    const { rows } = await tx.query<{ number: number; body: string }>(
      "select number, body from entry where number > $1 and number <= $2 order by number",
      [after, after + FILL_ENTRIES],
    );
    if (rows.length === 0) return;
    const pending = new PendingChanges();
    for (const { number, body } of rows) pending.add(countedFor(narrowed, parseCanonical(body) as Body), number);
    await together(saveTouched(tx, [], pending.touched()));
  }
}

/** Forgets counters that no rulebook declares any more; publishing them again fills them again. */
export async function dropCounters(tx: Queries, prefixes: readonly string[]): Promise<void> {
  for (const prefix of prefixes) {
    // "0" follows "/" in the byte order of the key's collation, so this is the range of keys below the prefix.
    await tx.query(`delete from counter where key >= $1 || '/' and key < $1 || '0'`, [prefix]);
  }
}
