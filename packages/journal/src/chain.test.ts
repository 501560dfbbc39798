import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { CHAIN_ID_BYTES_MAX, type Entry, entryHash, GENESIS, verifyChain } from "./chain.ts";
import { leafHash } from "./merkle.ts";
import { sha256 } from "./node.ts";
import { sha256 as ownSha256 } from "./sha256.ts";
import { bodiesOf, entriesOf, ORIGIN } from "./testing/journal.ts";

const entries = entriesOf(bodiesOf(30));

test("the chain of the vectors has the hashes of the vectors", () => {
  const file = new URL("../../../conformance/journal/chain.json", import.meta.url);
  const vectors = JSON.parse(readFileSync(file, "utf8")) as { chain: string; entries: Entry[] };
  assert.deepEqual(
    entriesOf(
      vectors.entries.map((entry) => entry.body),
      vectors.chain,
    ),
    vectors.entries,
  );
});

test("an entry's hash is SHA-256 over its parts in order, which makes it a leaf of RFC 6962", () => {
  const body = '{"kind":"passage"}';
  const data = Buffer.concat([
    Buffer.from([1, 3]),
    Buffer.from("a/b"),
    Buffer.from("0000000000000007", "hex"),
    Buffer.alloc(32, 9),
    Buffer.from(body),
  ]);
  const link = { chain: "a/b", number: 7, prev: Buffer.alloc(32, 9), body };
  assert.deepEqual(entryHash(link, sha256), leafHash(data, sha256));
});

test("a chain holds from its beginning and from any entry on", () => {
  assert.equal(verifyChain(ORIGIN, entries, sha256).holds, true);
  const from = { number: 10, hash: Buffer.from(entries[9]!.hash, "hex") };
  assert.equal(verifyChain(ORIGIN, entries.slice(10), sha256, from).holds, true);
  assert.equal(verifyChain("twinline/khorgos/kz", entries, sha256).holds, false);
});

test("a change of one entry breaks the chain at that number", () => {
  fc.assert(
    fc.property(fc.nat(29), fc.constantFrom("number", "prev", "hash", "body"), (at, part) => {
      const changed = entries.map((entry, index) => (index === at ? change(entry, part) : entry));
      const check = verifyChain(ORIGIN, changed, sha256);
      assert.ok(!check.holds);
      assert.equal(check.number, at + 1);
      assert.equal(check.head.number, at);
    }),
  );
});

function change(entry: Entry, part: string): Entry {
  if (part === "number") return { ...entry, number: entry.number + 1 };
  if (part === "body") return { ...entry, body: entry.body.replace("passage", "passagf") };
  const flip = (hex: string): string => (hex.startsWith("0") ? "1" : "0") + hex.slice(1);
  return part === "prev" ? { ...entry, prev: flip(entry.prev) } : { ...entry, hash: flip(entry.hash) };
}

test("a chain id is taken up to its longest and refused one byte beyond, and so is the number 0", () => {
  const link = { number: 1, prev: GENESIS, body: "{}" };
  assert.equal(entryHash({ ...link, chain: "a".repeat(CHAIN_ID_BYTES_MAX) }, sha256).length, 32);
  assert.throws(() => entryHash({ ...link, chain: "a".repeat(CHAIN_ID_BYTES_MAX + 1) }, sha256), {
    id: "journal/chain-id",
  });
  assert.throws(() => entryHash({ ...link, chain: "" }, sha256), { id: "journal/chain-id" });
  assert.throws(() => entryHash({ ...link, chain: "a", number: 0 }, sha256), { id: "journal/number" });
});

test("the page's own SHA-256 gives what node:crypto gives", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.deepEqual(Buffer.from(ownSha256(bytes)), Buffer.from(sha256(bytes)));
    }),
  );
});
