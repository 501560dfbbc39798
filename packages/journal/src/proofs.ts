import { type Hasher, sameBytes } from "./bytes.ts";
import {
  assertTreeSize,
  type NodeId,
  type NodeReader,
  nodeHash,
  nodesOf,
  type Range,
  rangeHash,
  splitOf,
} from "./merkle.ts";

/** Longest path of a proof: one hash for each level of a tree of 2^53 leaves, and one more for consistency. */
export const PROOF_HASHES_MAX = 54;

/** Subtrees whose hashes prove that leaf `index` is in the tree of `size` leaves, lowest first (RFC 6962 §2.1.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  assertTreeSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`Cannot prove the leaf ${index} of a tree of ${size}`);
  }
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/** Subtrees whose hashes prove that the tree of `older` leaves is the beginning of the tree of `newer` (§2.1.2). */
export function consistencyRanges(older: number, newer: number): readonly Range[] {
  assertTreeSize(older);
  assertTreeSize(newer);
  if (older > newer) throw new RangeError(`Cannot prove that ${older} leaves are the beginning of ${newer}`);
  if (older === 0 || older === newer) return [];
  const ranges: Range[] = [];
  let start = 0;
  let end = newer;
  while (older !== end) {
    const middle = start + splitOf(end - start);
    if (older <= middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  // SUBPROOF's b flag: the verifier knows this subtree already when it is the whole older tree.
  if (start > 0) ranges.unshift({ start, end });
  return ranges;
}

/** The stored nodes that a proof over these ranges reads, each once: fetch them in one query. */
export function proofNodes(ranges: readonly Range[]): readonly NodeId[] {
  return ranges.flatMap(nodesOf);
}

/** Inclusion proof: the path from leaf `index` up to the root of `size` leaves. */
export function inclusionPath(index: number, size: number, node: NodeReader, sha256: Hasher): readonly Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, node, sha256));
}

/** Consistency proof between the trees of `older` and `newer` leaves. */
export function consistencyPath(older: number, newer: number, node: NodeReader, sha256: Hasher): readonly Uint8Array[] {
  return consistencyRanges(older, newer).map((range) => rangeHash(range, node, sha256));
}

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
};

/** Whether the leaf is at `index` of the tree with this size and root. */
export function verifyInclusion({ index, size, leaf, path, root }: Inclusion, sha256: Hasher): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  const ranges = inclusionRanges(index, size);
  if (path.length !== ranges.length) return false;
  const found = path.reduce(
    (hash, sibling, at) =>
      ranges[at]!.start > index ? nodeHash(hash, sibling, sha256) : nodeHash(sibling, hash, sha256),
    leaf,
  );
  return sameBytes(found, root);
}

export type Consistency = {
  readonly older: { readonly size: number; readonly root: Uint8Array };
  readonly newer: { readonly size: number; readonly root: Uint8Array };
  readonly path: readonly Uint8Array[];
};

/** Whether the older tree is the beginning of the newer one (RFC 9162 §2.1.4.2). */
export function verifyConsistency({ older, newer, path }: Consistency, sha256: Hasher): boolean {
  if (!Number.isSafeInteger(older.size) || !Number.isSafeInteger(newer.size)) return false;
  if (older.size < 0 || older.size > newer.size) return false;
  if (older.size === newer.size) return path.length === 0 && sameBytes(older.root, newer.root);
  if (older.size === 0) return path.length === 0;
  const ranges = consistencyRanges(older.size, newer.size);
  if (path.length !== ranges.length) return false;
  // The subtree that ends where the older tree ends is both trees' common seed; without it in the path it is the older root.
  const seeded = ranges[0]!.end === older.size;
  const seed = seeded ? path[0]! : older.root;
  let old = seed;
  let whole = seed;
  for (let at = seeded ? 1 : 0; at < ranges.length; at += 1) {
    const sibling = path[at]!;
    if (ranges[at]!.end <= older.size) {
      old = nodeHash(sibling, old, sha256);
      whole = nodeHash(sibling, whole, sha256);
    } else {
      whole = nodeHash(whole, sibling, sha256);
    }
  }
  return sameBytes(old, older.root) && sameBytes(whole, newer.root);
}
