import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { CANONICAL_CHARS_MAX, CanonicalError, type CanonicalValue, DEPTH_MAX, writeCanonical } from "./canonical.ts";
import { parseCanonical } from "./parse-canonical.ts";

type Vectors = {
  readonly written: readonly { readonly text: string; readonly value: CanonicalValue }[];
  readonly refused: readonly { readonly text: string; readonly id: string }[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../conformance/journal/canonical.json", import.meta.url), "utf8"),
) as Vectors;

const text = fc.string({ unit: "grapheme" }).map((one) => one.normalize("NFC"));
const value = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.maxSafeInteger().map((one) => one + 0),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

function idOf(step: () => unknown): string | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof CanonicalError, String(error));
    return error.id;
  }
}

test("every vector is written and read as it stands", () => {
  for (const { text: expected, value: given } of vectors.written) {
    assert.equal(writeCanonical(given), expected);
    assert.deepEqual(parseCanonical(expected), given);
  }
});

test("every refused vector is refused under its id", () => {
  for (const { text: given, id } of vectors.refused)
    assert.equal(
      idOf(() => parseCanonical(given)),
      id,
      given,
    );
});

test("what is written is read back equal, and is valid JSON to any reader", () => {
  fc.assert(
    fc.property(value, (given) => {
      const written = writeCanonical(given);
      assert.equal(writeCanonical(parseCanonical(written)), written);
      assert.equal(writeCanonical(JSON.parse(written) as CanonicalValue), written);
    }),
  );
});

test("the reader takes a text exactly when the writer would have written it", () => {
  const mutated = fc.tuple(value, fc.nat(), fc.string({ maxLength: 2 })).map(([given, at, piece]) => {
    const written = writeCanonical(given);
    const place = at % (written.length + 1);
    return written.slice(0, place) + piece + written.slice(place + (at % 3));
  });
  fc.assert(
    fc.property(mutated, (given) => {
      const byReader = idOf(() => parseCanonical(given)) === undefined;
      assert.equal(byReader, isOwnText(given));
    }),
    { numRuns: 2_000 },
  );
});

/** A second implementation of strict reading: the platform's parser, then writing again. */
function isOwnText(given: string): boolean {
  try {
    return writeCanonical(JSON.parse(given) as CanonicalValue) === given;
  } catch {
    return false;
  }
}

test("a fault names its place in the value and in the text", () => {
  const given = '{"goods":[{"mass":1.5}]}';
  assert.throws(() => parseCanonical(given), { id: "canonical/fraction", path: "/goods/0/mass", offset: 18 });
  assert.throws(() => writeCanonical({ "a/b": ["\ud800"] }), { id: "canonical/surrogate", path: "/a~1b/0" });
});

test("values that JSON drops or changes silently are refused", () => {
  const odd: readonly unknown[] = [
    undefined,
    Number.NaN,
    -0,
    1n,
    Symbol("x"),
    () => 1,
    new Map(),
    new Array(2),
    { a: undefined },
  ];
  for (const one of odd)
    assert.notEqual(
      idOf(() => writeCanonical(one as CanonicalValue)),
      undefined,
      String(one),
    );
});

test("a member named __proto__ stays a member", () => {
  const read = parseCanonical('{"__proto__":{"a":1}}');
  assert.equal(writeCanonical(read), '{"__proto__":{"a":1}}');
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
});

test("nesting is taken up to the limit and refused one beyond", () => {
  const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
  assert.equal(writeCanonical(parseCanonical(nested(DEPTH_MAX))), nested(DEPTH_MAX));
  assert.equal(
    idOf(() => parseCanonical(nested(DEPTH_MAX + 1))),
    "canonical/depth",
  );
  assert.equal(
    idOf(() => writeCanonical(JSON.parse(nested(DEPTH_MAX + 1)) as CanonicalValue)),
    "canonical/depth",
  );
});

test("a text is taken up to the longest and refused one beyond", () => {
  const longest = JSON.stringify("a".repeat(CANONICAL_CHARS_MAX - 2));
  assert.equal(writeCanonical(parseCanonical(longest)), longest);
  const beyond = JSON.stringify("a".repeat(CANONICAL_CHARS_MAX - 1));
  assert.equal(
    idOf(() => parseCanonical(beyond)),
    "canonical/length",
  );
  assert.equal(
    idOf(() => writeCanonical("a".repeat(CANONICAL_CHARS_MAX - 1))),
    "canonical/length",
  );
});
