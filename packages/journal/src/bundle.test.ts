import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type BundleLine, bundleHead, formatBundleLine } from "./bundle.ts";
import { hashFromHex } from "./bytes.ts";
import { type CanonicalValue, writeCanonical } from "./canonical.ts";
import { chainEntry, type Entry } from "./chain.ts";
import { signCheckpoint } from "./checkpoint.ts";
import type { Fault } from "./fault.ts";
import { keyEntryBody, signKeyStatement } from "./key-statement.ts";
import { sha256, verifySignature } from "./node.ts";
import { signReceipt } from "./receipt.ts";
import {
  AT,
  bodiesOf,
  checkpointOf,
  cosigner,
  entriesOf,
  ORIGIN,
  proofOf,
  rangeBundle,
  seededSigner,
  signer,
  textOf,
  wholeBundle,
} from "./testing/journal.ts";
import { type BundleOptions, type BundleReport, FAULTS_LISTED_MAX, verifyBundle } from "./verify-bundle.ts";

const COUNT = 40;
const entries = entriesOf(bodiesOf(COUNT));
const whole = textOf(wholeBundle(entries));

async function check(lines: readonly string[], more: Partial<BundleOptions> = {}): Promise<BundleReport> {
  return verifyBundle(lines, { sha256, verify: verifySignature, ...more });
}

function lineOf(number: number, lines: readonly string[] = whole): number {
  return lines.findIndex((line) => line.startsWith('{"body"') && line.includes(`"number":${number},`));
}

function covers(fault: Fault, number: number): boolean {
  return fault.number <= number && number <= fault.upTo;
}

test("a whole journal, a range and a single entry verify", async () => {
  assert.deepEqual(await check(whole, { pinned: [signer.key, cosigner.key] }), {
    ok: true,
    origin: ORIGIN,
    first: 1,
    last: COUNT,
    entries: COUNT,
    checkpoints: 5,
    receipts: 8,
    proofs: 0,
    cosigners: ["twinline/khorgos/kz"],
    pinned: true,
    faults: [],
    faultsMore: 0,
  });
  for (const [first, last] of [
    [7, 20],
    [13, 13],
    [1, 9],
  ] as const) {
    const report = await check(textOf(rangeBundle(entries, first, last)));
    assert.deepEqual([report.ok, report.first, report.last, report.pinned], [true, first, last, false]);
  }
});

test("the bundle of the vectors is the one that is written here, and verifies", async () => {
  const file = readFileSync(new URL("../../../conformance/journal/bundle.jsonl", import.meta.url), "utf8");
  assert.deepEqual(file.trimEnd().split("\n"), whole);
  assert.ok((await check(whole)).ok);
});

test("a changed body is found at its number and nowhere else", async () => {
  for (const number of [1, 2, 8, 17, 40]) {
    const edited = whole.with(
      lineOf(number),
      whole[lineOf(number)]!.replace("admit", "refus").replace("refer", "refus"),
    );
    const { faults } = await check(edited);
    assert.deepEqual(
      faults.map(({ what, number: at, line }) => [what, at, line]),
      [["altered", number, lineOf(number) + 1]],
    );
  }
});

test("a deleted entry is missing at its number", async () => {
  for (const number of [1, 2, 8, 17, 39, 40]) {
    const { faults } = await check(whole.toSpliced(lineOf(number), 1));
    assert.deepEqual([faults[0]?.what, faults[0]?.number, faults[0]?.upTo], ["missing", number, number]);
  }
});

test("two entries in the wrong order are found at the first of them", async () => {
  for (const number of [1, 12, 33]) {
    const [a, b] = [lineOf(number), lineOf(number + 1)];
    const { faults } = await check(whole.with(a, whole[b]!).with(b, whole[a]!));
    assert.equal(faults[0]?.number, number);
    assert.ok(faults.some(({ what, number: at }) => what === "repeated" && at === number));
  }
});

function invented(number: number): Entry {
  const prev = hashFromHex(entries[number - 2]!.hash);
  return chainEntry({ chain: ORIGIN, number, prev, body: '{"kind":"invented"}' }, sha256);
}

test("an inserted entry is found at its number, even when its own hash and link are right", async () => {
  const line = formatBundleLine({ kind: "entry", entry: invented(17) });
  const { faults } = await check(whole.toSpliced(lineOf(17), 0, line));
  assert.ok(faults.length > 0 && faults.every((fault) => covers(fault, 17)), JSON.stringify(faults));
});

test("an entry that was replaced and hashed again is found at its number by its neighbour", async () => {
  const line = formatBundleLine({ kind: "entry", entry: invented(18) });
  const { faults } = await check(whole.with(lineOf(18), line));
  assert.deepEqual([faults[0]?.what, faults[0]?.number], ["replaced", 18]);
});

test("an entry whose link alone was forged is told from the entry before it", async () => {
  const prev = sha256(new Uint8Array(1));
  const entry = chainEntry({ chain: ORIGIN, number: 18, prev, body: entries[17]!.body }, sha256);
  const { faults } = await check(whole.with(lineOf(18), formatBundleLine({ kind: "entry", entry })));
  assert.deepEqual([faults[0]?.what, faults[0]?.number], ["replaced", 18]);
});

/** The file as a forger without keys would leave it: entry `number` changed and all that follow chained anew. */
function rewrittenFrom(number: number): readonly string[] {
  const forged = entriesOf(bodiesOf(COUNT).with(number - 1, '{"kind":"forged"}'));
  return whole.map((line) => {
    const at = /^\{"body".*"number":(\d+),/.exec(line)?.[1];
    return at === undefined ? line : formatBundleLine({ kind: "entry", entry: forged[Number(at) - 1]! });
  });
}

test("a history rewritten from an entry on is found between the last seal that holds and the first that does not", async () => {
  for (const number of [1, 5, 6, 17, 40]) {
    const { faults } = await check(rewrittenFrom(number));
    assert.ok(faults.length > 0 && covers(faults[0]!, number), `${number}: ${JSON.stringify(faults[0])}`);
    assert.ok(faults[0]!.upTo - faults[0]!.number < 8);
  }
});

test("a journal rolled back behind its own checkpoint, or behind a receipt in hand, is missing its end", async () => {
  const shorter = (last: number): string[] => [
    formatBundleLine(bundleHead(ORIGIN, 1, last, [signer.key, cosigner.key])),
    ...whole.slice(1, lineOf(last + 1)),
  ];
  assert.ok((await check(shorter(32))).ok, "a shorter export is a true export");
  const receipt: BundleLine = { kind: "receipt", receipt: signReceipt(entries[36]!, AT, signer) };
  const byReceipt = await check(shorter(32), { held: [receipt] });
  assert.deepEqual(
    byReceipt.faults.map(({ what, number, upTo }) => [what, number, upTo]),
    [["missing", 33, 37]],
  );
  const checkpoint: BundleLine = { kind: "checkpoint", note: checkpointOf(entries, 40) };
  const byCheckpoint = await check(shorter(32), { held: [checkpoint] });
  assert.deepEqual(
    byCheckpoint.faults.map(({ what, number, upTo }) => [what, number, upTo]),
    [["missing", 33, 40]],
  );
  assert.ok((await check(whole, { held: [receipt, checkpoint] })).ok);
});

test("a receipt in hand finds a history that its own keys rewrote", async () => {
  const forged = entriesOf(bodiesOf(COUNT).with(16, '{"kind":"forged"}'));
  const receipt: BundleLine = { kind: "receipt", receipt: signReceipt(entries[20]!, AT, signer) };
  assert.ok((await check(textOf(wholeBundle(forged)))).ok, "whoever holds the keys can write another history");
  const { faults } = await check(textOf(wholeBundle(forged)), { held: [receipt] });
  assert.deepEqual([faults[0]?.what, faults[0]?.number], ["receipt", 21]);
});

test("two signed heads for one size are shown as a fork", async () => {
  const forged = entriesOf(bodiesOf(COUNT).with(16, '{"kind":"forged"}'));
  const held: BundleLine = { kind: "checkpoint", note: checkpointOf(forged, 40) };
  const { faults } = await check(whole, { held: [held] });
  assert.ok(faults.some(({ what, number }) => what === "fork" && number === 40));
});

test("a checkpoint that another key signed is a forgery at its size", async () => {
  const thief = seededSigner(ORIGIN, 9);
  const line = formatBundleLine({ kind: "checkpoint", note: checkpointOf(entries, 16, thief) });
  const at = whole.findIndex((one) => one.includes('"checkpoint"') && one.includes("\\n16\\n"));
  const { faults } = await check(whole.with(at, line));
  assert.deepEqual([faults[0]?.what, faults[0]?.number, faults[0]?.line], ["signature", 16, at + 1]);
  const own = textOf([bundleHead(ORIGIN, 1, COUNT, [thief.key, cosigner.key]), ...wholeBundle(entries).slice(1)]);
  assert.equal((await check(own)).ok, false);
});

test("a bundle signed throughout by another key verifies only until a reader pins her own", async () => {
  const thief = seededSigner(ORIGIN, 9);
  const forged = textOf([
    bundleHead(ORIGIN, 1, 1, [thief.key, cosigner.key]),
    { kind: "entry", entry: entries[0]! },
    { kind: "checkpoint", note: checkpointOf(entries.slice(0, 1), 1, thief) },
  ]);
  assert.ok((await check(forged)).ok);
  const { faults } = await check(forged, { pinned: [signer.key] });
  assert.equal(faults[0]?.what, "signature");
});

test("entries that nothing signed covers are not taken on trust", async () => {
  const extra = formatBundleLine({ kind: "entry", entry: chainEntry({ ...linkAfter(), body: "{}" }, sha256) });
  const head = formatBundleLine(bundleHead(ORIGIN, 1, COUNT + 1, [signer.key, cosigner.key]));
  const { faults } = await check([head, ...whole.slice(1), extra]);
  assert.deepEqual(
    faults.map(({ what, number }) => [what, number]),
    [["unsealed", COUNT + 1]],
  );
});

function linkAfter(): { chain: string; number: number; prev: Uint8Array } {
  return { chain: ORIGIN, number: COUNT + 1, prev: hashFromHex(entries.at(-1)!.hash) };
}

test("a proof for another entry or to another size does not hold", async () => {
  const lines = rangeBundle(entries, 13, 13);
  const wrongPath = lines.with(2, { ...proofOf(entries, 14, COUNT), kind: "proof", number: 13 } as BundleLine);
  assert.equal((await check(textOf(wrongPath))).faults[0]?.what, "proof");
  const wrongSize = lines.with(2, proofOf(entries, 13, 39));
  assert.equal((await check(textOf(wrongSize))).faults[0]?.what, "proof");
});

test("a key entry rotates the key in mid-journal, and the retired key proves nothing after it", async () => {
  const next = seededSigner(ORIGIN, 3);
  const statement = signKeyStatement(5, signer, next);
  const rotated = entriesOf([...bodiesOf(3), writeCanonical(keyEntryBody(statement)), ...bodiesOf(2)]);
  const bundle = (by: typeof signer): readonly string[] =>
    textOf([
      bundleHead(ORIGIN, 1, 6, [signer.key, cosigner.key]),
      ...rotated.slice(0, 4).map((entry): BundleLine => ({ kind: "entry", entry })),
      { kind: "checkpoint", note: checkpointOf(rotated, 4) },
      ...rotated.slice(4).map((entry): BundleLine => ({ kind: "entry", entry })),
      { kind: "checkpoint", note: checkpointOf(rotated, 6, by) },
    ]);
  const lines = bundle(next);
  const unlisted = await check(lines, { pinned: [signer.key, cosigner.key] });
  assert.deepEqual(unlisted.faults, []);
  const { faults } = await check(bundle(signer), { pinned: [signer.key, cosigner.key] });
  assert.deepEqual([faults[0]?.what, faults[0]?.number], ["signature", 6]);
  const range = textOf([
    bundleHead(ORIGIN, 6, 6, [next.key]),
    { kind: "key", statement },
    { kind: "entry", entry: rotated[5]! },
    { kind: "receipt", receipt: signReceipt(rotated[5]!, AT, next) },
  ]);
  assert.ok((await check(range, { pinned: [signer.key] })).ok, "a statement leads from the pinned key to the new one");
});

test("a file that is no bundle, is empty or ends early is a fault, not a crash", async () => {
  for (const lines of [[], [""], ["{}"], ["[]"], ["hello"], whole.slice(1), [whole[0]!], [whole[0]!, whole[0]!]]) {
    assert.equal((await check(lines)).ok, false, JSON.stringify(lines).slice(0, 80));
  }
});

test("faults are listed up to the limit and counted beyond it", async () => {
  const many = Array.from({ length: FAULTS_LISTED_MAX + 5 }, () => "rubbish");
  const report = await check([whole[0]!, ...many]);
  assert.deepEqual([report.faults.length, report.faultsMore > 0], [FAULTS_LISTED_MAX, true]);
});

test("a checkpoint that stands after entries it does not cover cannot be checked, and is a fault", async () => {
  const at = whole.findIndex((one) => one.includes('"checkpoint"'));
  const moved = whole.toSpliced(at, 1).toSpliced(at + 3, 0, whole[at]!);
  assert.equal((await check(moved)).faults[0]?.what, "format");
  const unsigned = signCheckpoint({ origin: ORIGIN, size: 8, root: new Uint8Array(32) }, signer);
  const { faults } = await check(whole.with(at, formatBundleLine({ kind: "checkpoint", note: unsigned })));
  assert.deepEqual([faults[0]?.what, faults[0]?.number, faults[0]?.upTo], ["checkpoint", 6, 8]);
});

test("a key entry that does not count from the number after it is a fault at its number", async () => {
  const next = seededSigner(ORIGIN, 3);
  const late = entriesOf([...bodiesOf(3), writeCanonical(keyEntryBody(signKeyStatement(6, signer, next)))]);
  const { faults } = await check(textOf(wholeBundle(late)));
  assert.deepEqual(
    faults.map(({ what, number }) => [what, number]),
    [["signature", 4]],
  );
});

test("a line with a member too many is refused", async () => {
  for (const [at, line] of whole.entries()) {
    const object = JSON.parse(line) as Record<string, CanonicalValue>;
    const { faults } = await check(whole.with(at, writeCanonical({ ...object, extra: 1 })));
    assert.deepEqual([faults[0]?.what, faults[0]?.line], ["format", at + 1]);
  }
});
