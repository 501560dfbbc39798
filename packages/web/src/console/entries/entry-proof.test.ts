import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryDetail } from "@twinline/api";
import {
  appendLeaves,
  bundleHead,
  chainEntry,
  EMPTY_FRONTIER,
  type Entry,
  formatBundleLine,
  frontierRoot,
  GENESIS,
  hashFromHex,
  inclusionRanges,
  signCheckpoint,
  signReceipt,
  toHex,
} from "@twinline/journal";
import { newPrivateKey, sha256, signerFromPem } from "@twinline/journal/node";
import { proveHere } from "./entry-proof.ts";
import { seeKey } from "./known-key.ts";

const ORIGIN = "twinline/khorgos/cn";
const SIZE = 5;
const NUMBER = 3;
const AT = "2026-04-08T06:00:00.000Z";
const signer = signerFromPem(ORIGIN, newPrivateKey());

function journal(): readonly Entry[] {
  const entries: Entry[] = [];
  for (let number = 1; number <= SIZE; number += 1) {
    const prev = entries.length === 0 ? GENESIS : hashFromHex(entries.at(-1)!.hash);
    entries.push(chainEntry({ chain: ORIGIN, number, prev, body: `{"kind":"passage","n":${number}}` }, sha256));
  }
  return entries;
}

const rootOf = (leaves: readonly Uint8Array[]): Uint8Array =>
  frontierRoot(appendLeaves(EMPTY_FRONTIER, leaves, sha256).frontier, sha256);

/** An entry as the node gives it, and its own bundle; `at` is the place of the tree at which it stands. */
function given(at = NUMBER - 1): { detail: EntryDetail; bundle: string } {
  const entries = journal();
  const entry = entries[NUMBER - 1]!;
  const leaves = entries.map(({ hash }) => hashFromHex(hash)).with(at, hashFromHex(entry.hash));
  const root = rootOf(leaves);
  const path = inclusionRanges(at, SIZE).map(({ start, end }) => toHex(rootOf(leaves.slice(start, end))));
  const checkpoint = signCheckpoint({ origin: ORIGIN, size: SIZE, root }, signer);
  const row = { number: NUMBER, at: AT, kind: "passage", outcome: "admit", reason: "ok", hash: entry.hash };
  const proof = { leafIndex: at, treeSize: SIZE, root: toHex(root), path, checkpoint, holds: true };
  const lines = [
    bundleHead(ORIGIN, NUMBER, NUMBER, [signer.key]),
    { kind: "entry", entry } as const,
    { kind: "receipt", receipt: signReceipt(entry, AT, signer) } as const,
  ];
  const detail = { row, body: entry.body, prev: entry.prev, replayed: true, explanation: [], proof };
  return { detail, bundle: lines.map((line) => `${formatBundleLine(line)}\n`).join("") };
}

const failed = async (detail: EntryDetail, bundle: string): Promise<readonly string[]> =>
  (await proveHere(detail, bundle)).steps.filter(({ holds }) => !holds).map(({ name }) => name);

test("An entry as it was written is proven from its bytes to the signed root, by WebCrypto", async () => {
  const { detail, bundle } = given();
  const proof = await proveHere(detail, bundle);
  assert.deepEqual(
    proof.steps.map(({ name, holds }) => [name, holds]),
    [
      ["hash", true],
      ["path", true],
      ["checkpoint", true],
      ["receipt", true],
    ],
  );
  assert.deepEqual(proof.siblings, ["right", "left", "right"]);
});

test("A changed body is found by its fingerprint and by everything that stands on it", async () => {
  const { detail, bundle } = given();
  const changed = { ...detail, body: detail.body.replace("3", "4") };
  assert.deepEqual(await failed(changed, bundle), ["hash", "path", "receipt"]);
});

test("A node that says its own word holds is not believed: another place, root or signature is found", async () => {
  const { detail, bundle } = given();
  const { proof } = detail;
  assert.deepEqual(await failed({ ...detail, proof: { ...proof, leafIndex: 1 } }, bundle), ["path"]);
  assert.deepEqual(await failed({ ...detail, proof: { ...proof, path: proof.path.toReversed() } }, bundle), ["path"]);
  const root = sha256(new Uint8Array());
  const forged = signCheckpoint({ origin: ORIGIN, size: SIZE, root }, signerFromPem(ORIGIN, newPrivateKey()));
  assert.deepEqual(await failed({ ...detail, proof: { ...proof, checkpoint: forged } }, bundle), [
    "path",
    "checkpoint",
  ]);
});

test("An entry at another place than its number, or below a root of another size, is not proven", async () => {
  const moved = given(NUMBER);
  assert.deepEqual(await failed(moved.detail, moved.bundle), ["path"]);
  const { detail, bundle } = given();
  assert.deepEqual(await failed({ ...detail, proof: { ...detail.proof, treeSize: SIZE + 1 } }, bundle), ["path"]);
});

test("A browser knows the key it saw first, and says when another comes", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
  const sights = [signer.key, signer.key, signerFromPem(ORIGIN, newPrivateKey()).key].map((key) =>
    seeKey(ORIGIN, key, storage),
  );
  assert.deepEqual(sights, ["first", "same", "other"]);
});
