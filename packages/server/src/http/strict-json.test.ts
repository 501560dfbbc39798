import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { JSON_DEPTH_MAX, parseStrictJson } from "./strict-json.ts";

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text));

test("Any JSON with distinct names is read as JSON.parse reads it", () => {
  const leaf = fc.oneof(fc.string({ unit: "grapheme" }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie("tree")),
      fc.dictionary(fc.string({ unit: "grapheme" }), tie("tree")),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => assert.deepEqual(parse(JSON.stringify(value)), JSON.parse(JSON.stringify(value)))),
  );
});

test("A name that stands twice is refused, however it is written", () => {
  for (const text of ['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"b":{"a":1,"c":[],"a":2}}]', '{"":0,"":0}'])
    assert.throws(() => parse(text), /twice/, text);
  assert.deepEqual(parse('{"a":{"a":1},"b":{"a":2}}'), { a: { a: 1 }, b: { a: 2 } });
  assert.deepEqual(parse('{"a":"a","b":"a"}'), { a: "a", b: "a" });
});

test("The deepest nesting is read, one level more is refused", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  assert.ok(parse(nested(JSON_DEPTH_MAX)));
  assert.throws(() => parse(nested(JSON_DEPTH_MAX + 1)), /nested/);
});

test("Half characters, huge numbers and bytes that are not UTF-8 are refused", () => {
  for (const text of [
    '"\\ud800"',
    "9007199254740992",
    "1e400",
    "NaN",
    "Infinity",
    "01",
    "'a'",
    "{a:1}",
    '"\n"',
    "\ufeff1",
  ])
    assert.throws(() => parse(text), text);
  assert.throws(() => parseStrictJson(Uint8Array.of(0x22, 0xc0, 0x80, 0x22)), /UTF-8/);
  assert.equal(parse("9007199254740991"), Number.MAX_SAFE_INTEGER);
});

test("A long text of open quotes and escapes is judged at once", () => {
  for (const text of ['"'.repeat(200_001), '"\\'.repeat(100_000), "[1,".repeat(10), " ".repeat(200_000)])
    assert.throws(() => parse(text));
});
