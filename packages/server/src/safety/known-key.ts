import { formatKey, parseCanonical } from "@twinline/journal";
import { journalSigner } from "../entries/journal-key.ts";
import { StartError } from "../errors.ts";
import type { ZoneNode } from "../node.ts";

/**
 * The key in the data folder is the one that the journal last announced (promises.md P30, D10): a node that lost its secrets
 * must not go on under a key that nobody signed for. A journal without entries takes any key.
 * @throws StartError
 */
export async function assertKnownKey(node: Pick<ZoneNode, "zone" | "side" | "secrets" | "database">): Promise<void> {
  const { rows } = await node.database.query<{ body: string }>(
    "select body from entry where kind = 'key' order by number desc limit 1",
  );
  const announced = rows[0] === undefined ? undefined : (parseCanonical(rows[0].body) as { key?: unknown }).key;
  const own = formatKey(journalSigner(node).key);
  if (announced === undefined || announced === own) return;
  throw new StartError(
    "start/unknown-key",
    `Cannot start: this journal is signed by the key "${String(announced)}" and the secret "journal" makes another; bring the folder secrets/${node.side} back from your backup`,
    { announced: String(announced), own },
  );
}
