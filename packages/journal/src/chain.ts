import { concat, HASH_BYTES, type Hasher, hashFromHex, JournalFormatError, sameBytes, toHex, utf8 } from "./bytes.ts";

/** One entry as it is stored and handed out: `body` is the exact canonical text, `prev` and `hash` are hexadecimal. */
export type Entry = {
  readonly number: number;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
};

/** What an entry's hash stands over. `chain` is the journal's origin, e.g. "twinline/khorgos/cn". */
export type Link = {
  readonly chain: string;
  readonly number: number;
  readonly prev: Uint8Array;
  readonly body: string;
};

/** Hash algorithm of the chain, the second byte under every hash; another value leaves room for the next one (D3). */
export const SHA256_ALGORITHM = 1;
/** Longest chain id, in UTF-8 bytes: its length stands in one byte. */
export const CHAIN_ID_BYTES_MAX = 255;
/** `prev` of entry 1. */
export const GENESIS: Uint8Array = new Uint8Array(HASH_BYTES);

const LEAF_PREFIX = 0x00;

/**
 * Hash of an entry: SHA-256(0x00 ‖ algorithm ‖ length of chain id ‖ chain id ‖ number as 8 bytes ‖ prev ‖ body).
 * The leading 0x00 is RFC 6962's leaf prefix, so the entry's hash is also its leaf in the Merkle tree.
 */
export function entryHash({ chain, number, prev, body }: Link, sha256: Hasher): Uint8Array {
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new JournalFormatError(
      "journal/number",
      `Cannot hash an entry with the number "${number}": expected 1 or more`,
    );
  }
  const id = utf8(chain);
  if (id.length === 0 || id.length > CHAIN_ID_BYTES_MAX) {
    throw new JournalFormatError("journal/chain-id", `Cannot hash for the chain "${chain}": expected 1 to 255 bytes`);
  }
  const head = new Uint8Array(3 + id.length + 8);
  head.set([LEAF_PREFIX, SHA256_ALGORITHM, id.length]);
  head.set(id, 3);
  new DataView(head.buffer).setBigUint64(3 + id.length, BigInt(number));
  return sha256(concat(head, prev, utf8(body)));
}

/** The entry that follows `prev` in the chain. */
export function chainEntry(link: Link, sha256: Hasher): Entry {
  const { number, prev, body } = link;
  return { number, prev: toHex(prev), hash: toHex(entryHash(link, sha256)), body };
}

/** Whether an entry's own hash stands over its own number, prev and body. */
export function isIntact(chain: string, entry: Entry, sha256: Hasher): boolean {
  const hash = entryHash({ chain, number: entry.number, prev: hashFromHex(entry.prev), body: entry.body }, sha256);
  return sameBytes(hash, hashFromHex(entry.hash));
}

/** Where a chain stands: the last number and its hash; `{number: 0, hash: GENESIS}` before the first entry. */
export type Head = { readonly number: number; readonly hash: Uint8Array };

export type ChainCheck =
  | { readonly holds: true; readonly head: Head }
  | { readonly holds: false; readonly number: number; readonly what: "number" | "prev" | "hash"; readonly head: Head };

/**
 * Follows entries from `from` (default: the beginning) and says at which number the chain breaks, and how: "number" =
 * not the next number, "prev" = not chained to the entry before, "hash" = contents changed.
 */
export function verifyChain(
  chain: string,
  entries: Iterable<Entry>,
  sha256: Hasher,
  from: Head = { number: 0, hash: GENESIS },
): ChainCheck {
  let head = from;
  for (const entry of entries) {
    const next = head.number + 1;
    if (entry.number !== next) return { holds: false, number: next, what: "number", head };
    if (entry.prev !== toHex(head.hash)) return { holds: false, number: next, what: "prev", head };
    if (!isIntact(chain, entry, sha256)) return { holds: false, number: next, what: "hash", head };
    head = { number: next, hash: hashFromHex(entry.hash) };
  }
  return { holds: true, head };
}
