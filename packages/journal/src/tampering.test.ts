import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sha256, verifySignature } from "./node.ts";
import { bodiesOf, cosigner, entriesOf, signer, textOf, wholeBundle } from "./testing/journal.ts";
import { verifyBundle } from "./verify-bundle.ts";

const EDITS = 1_000;
const whole = textOf(wholeBundle(entriesOf(bodiesOf(16)), 6, 5));
const pinned = [signer.key, cosigner.key];

/** Number of the entry that stands on this line or before it. */
function numberAt(line: number): number {
  for (let at = line; at > 0; at -= 1) {
    const number = /"number":(\d+),"prev"/.exec(whole[at]!)?.[1];
    if (number !== undefined) return Number(number);
  }
  return 0;
}

/** One character of the file, never a line break, replaced by another printable one. */
const edit = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 93 })).map(([pick, place, shift]) => {
  const line = pick % whole.length;
  const text = whole[line]!;
  const at = place % text.length;
  const char = String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + shift) % 94));
  return { line, lines: whole.with(line, text.slice(0, at) + char + text.slice(at + 1)) };
});

test(`of ${EDITS} single-character edits anywhere in the file every one is found, at its line or at its entry`, async () => {
  const count = { edits: 0, found: 0, placed: 0 };
  await fc.assert(
    fc.asyncProperty(edit, async ({ line, lines }) => {
      fc.pre(lines[line] !== whole[line]);
      const { ok, faults } = await verifyBundle(lines, { sha256, verify: verifySignature, pinned });
      const number = numberAt(line);
      // The head is not signed; an edit of it shows where the entries first disagree with it.
      const placed = faults.some((one) => one.line === line + 1 || (one.number <= number && number <= one.upTo));
      count.edits += 1;
      count.found += ok ? 0 : 1;
      count.placed += placed || line === 0 ? 1 : 0;
      assert.equal(count.found, count.edits, `line ${line + 1}: ${lines[line]}`);
      assert.equal(count.placed, count.edits, `line ${line + 1}: ${JSON.stringify(faults)}`);
    }),
    { numRuns: EDITS },
  );
  assert.equal(count.edits, EDITS);
  console.log(`edits ${count.edits}, found ${count.found}, at the right place ${count.placed}`);
});
