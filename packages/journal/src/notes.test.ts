import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { hashFromHex } from "./bytes.ts";
import { isFork, parseCheckpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { assertExtends, cosign, verifyCosignatures } from "./cosignature.ts";
import { KeyRing } from "./key-ring.ts";
import { keyEntryBody, signKeyStatement, verifyKeyStatement } from "./key-statement.ts";
import { formatKey, parseKey, parseKeys } from "./keys.ts";
import { leavesReader, treeRoot } from "./merkle.ts";
import { newPrivateKey, sha256, signerFromPem, verifySignature } from "./node.ts";
import { formatNote, NOTE_SIGNATURES_MAX, parseNote, verifyNote } from "./note.ts";
import { consistencyPath } from "./proofs.ts";
import { receiptNote, signReceipt, verifyReceipt } from "./receipt.ts";
import { AT, bodiesOf, checkpointOf, cosigner, entriesOf, ORIGIN, seededSigner, signer } from "./testing/journal.ts";
import * as web from "./web.ts";

const entries = entriesOf(bodiesOf(20));
const text = checkpointOf(entries, 20);
const keys = [signer.key, cosigner.key];

type NoteVector = { readonly key: string; readonly note: string };
const vector = JSON.parse(
  readFileSync(new URL("../../../conformance/journal/signed-note.json", import.meta.url), "utf8"),
) as NoteVector;

test("a note that Go's implementation signed verifies here, on the node and in the page", async () => {
  const key = parseKey(vector.key, sha256);
  const note = parseNote(vector.note);
  assert.equal(formatKey(key), vector.key);
  assert.equal(formatNote(note), vector.note);
  assert.deepEqual(await verifyNote(note, [key], verifySignature), [key]);
  assert.deepEqual(await verifyNote(note, [parseKey(vector.key, web.sha256)], web.verifySignature), [key]);
});

test("a change anywhere in a checkpoint's own lines is refused", async () => {
  const own = signCheckpoint({ origin: ORIGIN, size: 5, root: sha256(new Uint8Array(1)) }, signer);
  await fc.assert(
    fc.asyncProperty(fc.nat(own.length - 1), fc.constantFrom("a", "0", "\n", " ", "é"), async (at, char) => {
      fc.pre(own[at] !== char);
      const changed = own.slice(0, at) + char + own.slice(at + 1);
      await assert.rejects(async () => verifyCheckpoint(changed, keys, verifySignature));
    }),
    { numRuns: 300 },
  );
});

test("a checkpoint needs its own origin's key, and is read as it was signed", async () => {
  const { checkpoint, signers } = await verifyCheckpoint(text, keys, verifySignature);
  assert.deepEqual([checkpoint.origin, checkpoint.size, signers], [ORIGIN, 20, [signer.key]]);
  const stranger = seededSigner(ORIGIN, 9);
  await assert.rejects(verifyCheckpoint(text, [stranger.key], verifySignature), { id: "note/unknown-key" });
  assert.throws(() => signCheckpoint({ origin: "twinline/other", size: 1, root: new Uint8Array(32) }, signer));
});

test("the other side's cosignature holds with its time, and not for another text", async () => {
  const found = await verifyCosignatures(text, keys, verifySignature);
  assert.deepEqual(
    found.map(({ key, time }) => [key.name, time]),
    [["twinline/khorgos/kz", 1_768_536_000]],
  );
  const forged = formatNote({ ...parseNote(text), text: parseNote(text).text.replace("\n20\n", "\n21\n") });
  await assert.rejects(verifyCosignatures(forged, keys, verifySignature), { id: "note/signature" });
});

test("a witness cosigns what extends its last head, and keeps the evidence of what does not", () => {
  const leaves = entries.map((entry) => hashFromHex(entry.hash));
  const head = (size: number) => ({ origin: ORIGIN, size, root: treeRoot(leaves.slice(0, size), sha256) });
  const path = consistencyPath(8, 20, leavesReader(leaves, sha256), sha256);
  assertExtends(head(8), head(20), path, sha256);
  assertExtends(head(20), head(20), [], sha256);
  const other = { ...head(20), root: sha256(new Uint8Array(3)) };
  assert.throws(() => assertExtends(head(20), head(8), [], sha256), { id: "witness/rolled-back" });
  assert.throws(() => assertExtends(head(20), other, [], sha256), { id: "witness/fork" });
  assert.throws(() => assertExtends(head(8), other, path, sha256), { id: "witness/inconsistent" });
  assert.throws(() => assertExtends(head(8), { ...head(20), origin: "x" }, path, sha256), {
    id: "witness/other-origin",
  });
  assert.ok(isFork(head(20), other) && !isFork(head(20), head(20)) && !isFork(head(8), other));
});

test("a receipt holds for its entry and for no other number, hash, instant or origin", async () => {
  const receipt = signReceipt(entries[6]!, AT, signer);
  assert.deepEqual(await verifyReceipt(receipt, keys, verifySignature), signer.key);
  assert.deepEqual(await verifyReceipt(receipt, keys, web.verifySignature), signer.key);
  assert.match(receiptNote(receipt), /^twinline receipt v1\ntwinline\/khorgos\/cn\n7\n[0-9a-f]{64}\n2026-01-16T/);
  const changes = [{ number: 8 }, { hash: entries[7]!.hash }, { at: "2026-01-17T04:00:00.000Z" }, { origin: "x" }];
  for (const change of changes) {
    await assert.rejects(verifyReceipt({ ...receipt, ...change }, keys, verifySignature), { name: "NoteError" });
  }
});

test("a receipt cannot pass for a checkpoint", () => {
  assert.throws(() => parseCheckpoint(parseNote(receiptNote(signReceipt(entries[6]!, AT, signer)))), {
    id: "journal/checkpoint",
  });
});

test("the old key brings the new one, and proves old numbers only", async () => {
  const next = seededSigner(ORIGIN, 3);
  const statement = signKeyStatement(11, signer, next);
  assert.equal((await verifyKeyStatement(statement, [signer.key], verifySignature, sha256)).from, 11);
  assert.equal(keyEntryBody(statement).kind, "key");
  const ring = new KeyRing([signer.key], verifySignature, sha256);
  await ring.rotate(statement);
  await ring.rotate(statement);
  assert.deepEqual([ring.at(10), ring.at(11)], [[signer.key], [next.key]]);
  const thief = seededSigner(ORIGIN, 4);
  await assert.rejects(ring.rotate(signKeyStatement(20, signer, thief)), { id: "note/unknown-key" });
  const unheld = formatNote({ ...parseNote(statement), signatures: parseNote(statement).signatures.slice(0, 1) });
  await assert.rejects(verifyKeyStatement(unheld, [signer.key], verifySignature, sha256), { id: "note/unknown-key" });
});

test("keys in a file are read past comments, and a key whose id is not its hash is refused", () => {
  const line = formatKey(signer.key);
  assert.deepEqual(parseKeys(`# journal of the Chinese side\n\n${line}\n`, sha256), [signer.key]);
  for (const broken of ["", "a+b+c", line.replace(ORIGIN, "other"), `${line}=`, line.slice(0, -4)]) {
    assert.throws(() => parseKey(broken, sha256), { name: "JournalFormatError" }, broken);
  }
});

test("a note takes 16 signatures and not 17", () => {
  const line = text.slice(text.indexOf("— "), text.indexOf("\n", text.indexOf("— ")) + 1);
  const body = "a\n\n";
  assert.equal(parseNote(body + line.repeat(NOTE_SIGNATURES_MAX)).signatures.length, NOTE_SIGNATURES_MAX);
  assert.throws(() => parseNote(body + line.repeat(NOTE_SIGNATURES_MAX + 1)), { id: "journal/note" });
  for (const broken of ["", "a\n", "a\n\n", `a\r\n\n${line}`, `a\n\n${line}x`]) {
    assert.throws(() => parseNote(broken), { name: "JournalFormatError" }, JSON.stringify(broken));
  }
});

test("a new private key signs what its public key verifies", async () => {
  const fresh = signerFromPem("a/b", newPrivateKey());
  const note = parseNote(signCheckpoint({ origin: "a/b", size: 0, root: sha256(new Uint8Array(0)) }, fresh));
  assert.deepEqual(await verifyNote(note, [fresh.key], verifySignature), [fresh.key]);
  assert.throws(() => cosign("no note", cosigner, 1), { id: "journal/note" });
});
