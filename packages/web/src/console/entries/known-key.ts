import { formatKey, type VerifierKey } from "@twinline/journal";

/** "first": this browser had not seen a key of that journal; "same": the one it remembers; "other": not that one. */
export type KeySight = "first" | "same" | "other";

/**
 * Compares a journal's key with the one that this browser saw first and keeps (trust on first use): a node that suddenly signs
 * with another key is found out, though its signatures hold. A key change of the journal's own is an entry to look for.
 */
export function seeKey(origin: string, key: VerifierKey, kept: Pick<Storage, "getItem" | "setItem">): KeySight {
  const place = `twinline.key.${origin}`;
  const before = kept.getItem(place);
  const text = formatKey(key);
  if (before === null) kept.setItem(place, text);
  return before === null ? "first" : before === text ? "same" : "other";
}
