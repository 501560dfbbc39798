import type { EntryDetail } from "@twinline/api";
import {
  entryHash,
  hashFromHex,
  inclusionRanges,
  parseBundleLine,
  parseCheckpoint,
  parseKey,
  parseNote,
  type Receipt,
  sameBytes,
  toHex,
  type Verifier,
  type VerifierKey,
  verifyCheckpoint,
  verifyInclusion,
  verifyReceipt,
} from "@twinline/journal";
import { sha256, verifySignature } from "@twinline/journal/web";

/** One thing that was checked here, and whether it held. */
export type ProofStep = { readonly name: "hash" | "path" | "checkpoint" | "receipt"; readonly holds: boolean };

export type EntryProof = {
  readonly steps: readonly ProofStep[];
  readonly holds: boolean;
  readonly origin: string;
  readonly key: VerifierKey | undefined;
  readonly receipt: Receipt | undefined;
  /** For each level of the tree from the leaf up: on which side the sibling stands. */
  readonly siblings: readonly ("left" | "right")[];
};

/**
 * Checks an entry in this browser, from its bytes up: its hash, its place below the root, the checkpoint's and the receipt's
 * signatures. The node's own word on them is not asked. `bundle` is GET /api/bundle of this one entry.
 */
export async function proveHere(
  detail: EntryDetail,
  bundle: string,
  verify: Verifier = verifySignature,
): Promise<EntryProof> {
  const lines = bundle
    .split("\n")
    .filter((line) => line !== "")
    .map(parseBundleLine);
  const head = lines.find((line) => line.kind === "head");
  const keys = (head?.keys ?? []).map((key) => parseKey(key, sha256));
  const receipt = lines.find((line) => line.kind === "receipt")?.receipt;
  const checkpoint = parseCheckpoint(parseNote(detail.proof.checkpoint));
  const { origin } = checkpoint;
  const { number, hash } = detail.row;
  const leaf = entryHash({ chain: origin, number, prev: hashFromHex(detail.prev), body: detail.body }, sha256);
  const { leafIndex, treeSize, path } = detail.proof;
  const placed = { index: leafIndex, size: treeSize, leaf, path: path.map(hashFromHex), root: checkpoint.root };
  const isPlaced = checkpoint.size === treeSize && leafIndex === number - 1 && verifyInclusion(placed, sha256);
  const steps: ProofStep[] = [
    { name: "hash", holds: sameBytes(leaf, hashFromHex(hash)) },
    { name: "path", holds: isPlaced },
    { name: "checkpoint", holds: await holds(verifyCheckpoint(detail.proof.checkpoint, keys, verify)) },
  ];
  if (receipt !== undefined) {
    const isOwn = receipt.number === number && receipt.hash === toHex(leaf);
    steps.push({ name: "receipt", holds: isOwn && (await holds(verifyReceipt(receipt, keys, verify))) });
  }
  const siblings = inclusionRanges(leafIndex, treeSize).map(({ start }) => (start > leafIndex ? "right" : "left"));
  return { steps, holds: steps.every((step) => step.holds), origin, key: keys[0], receipt, siblings };
}

async function holds(check: Promise<unknown>): Promise<boolean> {
  try {
    await check;
    return true;
  } catch {
    return false;
  }
}
