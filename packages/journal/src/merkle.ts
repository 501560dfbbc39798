import { concat, HASH_BYTES, type Hasher, JournalFormatError } from "./bytes.ts";

/**
 * Merkle tree of RFC 6962 §2.1 (the same in RFC 9162 §2.1). A leaf's hash is made by the chain (`entryHash`), so the
 * tree starts from leaf hashes. A complete subtree is a node (level, index): leaves [index·2^level, (index+1)·2^level).
 */
export type NodeId = { readonly level: number; readonly index: number };
/** Leaves [start, end). */
export type Range = { readonly start: number; readonly end: number };
/** Hash of a complete subtree; level 0 are the leaf hashes. */
export type NodeReader = (node: NodeId) => Uint8Array;

const LEAF_PREFIX = Uint8Array.of(0x00);
const NODE_PREFIX = Uint8Array.of(0x01);

/** RFC 6962 leaf hash of raw data; entries do not need it, their hash is one already. */
export function leafHash(data: Uint8Array, sha256: Hasher): Uint8Array {
  return sha256(concat(LEAF_PREFIX, data));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Hasher): Uint8Array {
  return sha256(concat(NODE_PREFIX, left, right));
}

/** Root of the empty tree: the hash of the empty string. */
export function emptyRoot(sha256: Hasher): Uint8Array {
  return sha256(new Uint8Array(0));
}

/** The complete subtrees that make up a range that starts at a multiple of its own highest power of two, left to right. */
export function nodesOf({ start, end }: Range): readonly NodeId[] {
  const nodes: NodeId[] = [];
  let at = start;
  while (at < end) {
    const width = powerOfTwoUpTo(end - at);
    nodes.push({ level: Math.log2(width), index: at / width });
    at += width;
  }
  return nodes;
}

/** Hash of a range: its complete subtrees folded from the right, which is RFC 6962's recursion read backwards. */
export function rangeHash(range: Range, node: NodeReader, sha256: Hasher): Uint8Array {
  const hashes = nodesOf(range).map(node);
  return foldRight(hashes, sha256);
}

/** Root over subtree hashes ordered from the widest to the narrowest. */
export function foldRight(hashes: readonly Uint8Array[], sha256: Hasher): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot(sha256);
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, sha256), last);
}

/** Root of the tree over these leaf hashes. */
export function treeRoot(leaves: readonly Uint8Array[], sha256: Hasher): Uint8Array {
  return rangeHash({ start: 0, end: leaves.length }, leavesReader(leaves, sha256), sha256);
}

/** Reads nodes out of a list of leaf hashes, for tests and small trees; a writer reads stored nodes. */
export function leavesReader(leaves: readonly Uint8Array[], sha256: Hasher): NodeReader {
  const read: NodeReader = ({ level, index }) => {
    if (level > 0) {
      const left = read({ level: level - 1, index: 2 * index });
      return nodeHash(left, read({ level: level - 1, index: 2 * index + 1 }), sha256);
    }
    const leaf = leaves[index];
    if (leaf?.length !== HASH_BYTES) throw new RangeError(`Cannot read the leaf ${index} of ${leaves.length}`);
    return leaf;
  };
  return read;
}

/** Largest power of two that is not above `count` (1 or more). Numbers may pass 2^31, so no bit operators. */
export function powerOfTwoUpTo(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}

/** Largest power of two below `size`: where RFC 6962 splits a tree of 2 or more leaves. */
export function splitOf(size: number): number {
  return powerOfTwoUpTo(size - 1);
}

/** Throws unless `size` can be the size of a tree. */
export function assertTreeSize(size: number): void {
  if (Number.isSafeInteger(size) && size >= 0) return;
  throw new JournalFormatError("journal/tree-size", `Cannot work on a tree of the size "${size}"`);
}
