import { type Hasher, hashFromHex, JournalFormatError, toHex } from "./bytes.ts";
import { assertTreeSize, foldRight, type NodeId, nodeHash, nodesOf } from "./merkle.ts";

/**
 * The right edge of a tree, all that appending needs: the hashes of its complete subtrees, the widest first. A writer
 * keeps it in one row and seals in the transaction that appends (promises.md D4): about one hash a leaf.
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] };

export type StoredNode = NodeId & { readonly hash: Uint8Array };

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** Appends leaf hashes. `completed` are the subtrees (level 1 and up) that became complete, to be stored for proofs. */
export function appendLeaves(
  { size, peaks }: Frontier,
  leaves: Iterable<Uint8Array>,
  sha256: Hasher,
): { readonly frontier: Frontier; readonly completed: readonly StoredNode[] } {
  const stack = [...peaks];
  const completed: StoredNode[] = [];
  let count = size;
  for (const leaf of leaves) {
    let hash = leaf;
    // Each trailing one bit of the old size is a peak of the same width, which the new leaf completes.
    for (let level = 1, rest = count; rest % 2 === 1; level += 1, rest = (rest - 1) / 2) {
      hash = nodeHash(stack.pop()!, hash, sha256);
      completed.push({ level, index: (rest - 1) / 2, hash });
    }
    stack.push(hash);
    count += 1;
  }
  return { frontier: { size: count, peaks: stack }, completed };
}

/** Root of the tree that the frontier closes. */
export function frontierRoot({ peaks }: Frontier, sha256: Hasher): Uint8Array {
  return foldRight(peaks, sha256);
}

/** One line of text for a column: the size, then the peaks in hexadecimal, separated by spaces. */
export function formatFrontier({ size, peaks }: Frontier): string {
  return [String(size), ...peaks.map(toHex)].join(" ");
}

/** Reads `formatFrontier` back; throws JournalFormatError when peaks and size do not belong together. */
export function parseFrontier(text: string): Frontier {
  const [head = "", ...hashes] = text.split(" ");
  if (!/^(?:0|[1-9]\d{0,15})$/.test(head)) throw broken(text);
  const size = Number(head);
  assertTreeSize(size);
  const peaks = hashes.map(hashFromHex);
  if (peaks.length !== nodesOf({ start: 0, end: size }).length) throw broken(text);
  return { size, peaks };
}

function broken(text: string): JournalFormatError {
  return new JournalFormatError("journal/frontier", `Cannot read the frontier "${text.slice(0, 80)}"`);
}
