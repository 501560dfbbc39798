import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { hashFromHex, toHex } from "./bytes.ts";
import { appendLeaves, EMPTY_FRONTIER, formatFrontier, frontierRoot, parseFrontier } from "./frontier.ts";
import { emptyRoot, leafHash, leavesReader, type NodeId, nodeHash, treeRoot } from "./merkle.ts";
import { sha256 } from "./node.ts";
import {
  consistencyPath,
  consistencyRanges,
  inclusionPath,
  inclusionRanges,
  PROOF_HASHES_MAX,
  proofNodes,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";

type Vectors = {
  readonly leaves: readonly string[];
  readonly emptyRoot: string;
  readonly roots: readonly string[];
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly path: readonly string[] }[];
  readonly consistency: readonly { readonly older: number; readonly newer: number; readonly path: readonly string[] }[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../conformance/journal/rfc6962.json", import.meta.url), "utf8"),
) as Vectors;
const leaves = vectors.leaves.map((hex) => leafHash(Buffer.from(hex, "hex"), sha256));
const reader = leavesReader(leaves, sha256);

function numbered(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`leaf ${at}`), sha256));
}

/** RFC 6962 §2.1 word for word, as a second implementation. */
function literalRoot(list: readonly Uint8Array[]): Uint8Array {
  if (list.length <= 1) return list[0] ?? emptyRoot(sha256);
  let split = 1;
  while (split * 2 < list.length) split *= 2;
  return nodeHash(literalRoot(list.slice(0, split)), literalRoot(list.slice(split)), sha256);
}

test("the reference vectors give their roots", () => {
  assert.equal(toHex(emptyRoot(sha256)), vectors.emptyRoot);
  vectors.roots.forEach((root, at) => {
    assert.equal(toHex(treeRoot(leaves.slice(0, at + 1), sha256)), root);
  });
});

test("the reference vectors give their inclusion paths, which verify", () => {
  for (const { index, size, path } of vectors.inclusion) {
    assert.deepEqual(inclusionPath(index, size, reader, sha256).map(toHex), path);
    const root = hashFromHex(vectors.roots[size - 1]!);
    assert.ok(verifyInclusion({ index, size, leaf: leaves[index]!, path: path.map(hashFromHex), root }, sha256));
  }
});

test("the reference vectors give their consistency paths, which verify", () => {
  for (const { older, newer, path } of vectors.consistency) {
    assert.deepEqual(consistencyPath(older, newer, reader, sha256).map(toHex), path);
    const head = (size: number) => ({ size, root: hashFromHex(vectors.roots[size - 1]!) });
    assert.ok(verifyConsistency({ older: head(older), newer: head(newer), path: path.map(hashFromHex) }, sha256));
  }
});

test("a frontier grown in any steps has the root of RFC 6962's own recursion", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 20 }), (steps) => {
      const all = numbered(steps.reduce((sum, step) => sum + step, 0));
      let frontier = EMPTY_FRONTIER;
      for (const step of steps) {
        frontier = appendLeaves(frontier, all.slice(frontier.size, frontier.size + step), sha256).frontier;
        frontier = parseFrontier(formatFrontier(frontier));
        assert.equal(toHex(frontierRoot(frontier, sha256)), toHex(literalRoot(all.slice(0, frontier.size))));
      }
    }),
    { numRuns: 50 },
  );
});

test("the nodes that a writer stores are all that any proof reads", () => {
  const all = numbered(70);
  const stored = new Map<string, Uint8Array>();
  const name = ({ level, index }: NodeId): string => `${level}/${index}`;
  let frontier = EMPTY_FRONTIER;
  for (const [index, leaf] of all.entries()) {
    const grown = appendLeaves(frontier, [leaf], sha256);
    frontier = grown.frontier;
    stored.set(name({ level: 0, index }), leaf);
    for (const node of grown.completed) stored.set(name(node), node.hash);
  }
  const memory = leavesReader(all, sha256);
  for (let size = 1; size <= all.length; size += 1) {
    for (let index = 0; index < size; index += 1) {
      for (const node of proofNodes(inclusionRanges(index, size)))
        assert.equal(toHex(stored.get(name(node))!), toHex(memory(node)));
    }
    for (const node of proofNodes(consistencyRanges(Math.ceil(size / 2), size))) assert.ok(stored.has(name(node)));
  }
});

test("every inclusion proof holds, and none holds for another leaf, place, size, root or path", () => {
  const all = numbered(40);
  const memory = leavesReader(all, sha256);
  const sizes = fc.integer({ min: 1, max: 40 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
  fc.assert(
    fc.property(sizes, fc.nat(39), ([size, index], other) => {
      const root = treeRoot(all.slice(0, size), sha256);
      const path = inclusionPath(index, size, memory, sha256);
      const proof = { index, size, leaf: all[index]!, path, root };
      assert.ok(verifyInclusion(proof, sha256));
      assert.ok(path.length <= Math.ceil(Math.log2(size)));
      if (other !== index) assert.ok(!verifyInclusion({ ...proof, index: other }, sha256));
      assert.ok(!verifyInclusion({ ...proof, leaf: root.map((byte) => byte ^ 1) }, sha256));
      assert.ok(!verifyInclusion({ ...proof, root: root.map((byte) => byte ^ 1) }, sha256));
      assert.ok(!verifyInclusion({ ...proof, path: [...path, root] }, sha256));
      if (path.length > 0) assert.ok(!verifyInclusion({ ...proof, path: path.slice(1) }, sha256));
    }),
    { numRuns: 300 },
  );
});

test("every consistency proof holds, and none holds for a changed older tree", () => {
  const all = numbered(33);
  const memory = leavesReader(all, sha256);
  for (let newer = 1; newer <= all.length; newer += 1) {
    for (let older = 1; older <= newer; older += 1) {
      const path = consistencyPath(older, newer, memory, sha256);
      const head = (size: number) => ({ size, root: treeRoot(all.slice(0, size), sha256) });
      const proof = { older: head(older), newer: head(newer), path };
      assert.ok(verifyConsistency(proof, sha256), `${older} to ${newer}`);
      const forged = {
        size: older,
        root: treeRoot([...all.slice(0, older - 1), memory({ level: 0, index: 32 })], sha256),
      };
      if (older < 33) assert.ok(!verifyConsistency({ ...proof, older: forged }, sha256), `forged ${older} to ${newer}`);
      if (older > 1) assert.ok(!verifyConsistency({ ...proof, older: { ...proof.older, size: older - 1 } }, sha256));
    }
  }
});

test("a frontier whose peaks and size do not belong together is refused", () => {
  const hash = "0".repeat(64);
  for (const text of [
    "",
    "01",
    "2",
    `0 ${hash}`,
    `2 ${hash} ${hash}`,
    `1 ${hash}0`,
    "-1",
    `9007199254740993 ${hash}`,
  ]) {
    assert.throws(() => parseFrontier(text), { name: "JournalFormatError" }, text);
  }
});

test("the path of the largest tree stays within its limit", () => {
  assert.ok(inclusionRanges(0, Number.MAX_SAFE_INTEGER).length <= PROOF_HASHES_MAX);
  assert.ok(consistencyRanges(1, Number.MAX_SAFE_INTEGER).length <= PROOF_HASHES_MAX);
});

test("a consistency proof for sizes that are no sizes is refused, not thrown", () => {
  const root = new Uint8Array(32);
  for (const [older, newer] of [
    [-1, 2],
    [1.5, 2],
    [3, 2],
    [1, 2 ** 60],
  ] as const) {
    assert.equal(
      verifyConsistency({ older: { size: older, root }, newer: { size: newer, root }, path: [] }, sha256),
      false,
    );
    assert.equal(verifyInclusion({ index: older, size: newer, leaf: root, path: [], root }, sha256), false);
  }
});
