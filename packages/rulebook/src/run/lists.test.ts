import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../load.ts";
import { label, smallText } from "../testing/small-rulebook.ts";

const words = label.slice("label: ".length);

/** What is wrong with a rulebook whose one example expects this of a list of codes and of a list of amounts. */
function faultsOf(expected: string): readonly string[] {
  const text = smallText({
    codes: `  kind: {a: ${words}, b: ${words}}`,
    facts: `  m: {type: money CNY, range: 0..100, ${label}}\n  kind: {type: code kind, ${label}}`,
    rules: `  kinds:
    type: code kind
    hit: collect list
    source: N/1
    table: |
      m   | => kinds
      > 0 | kind
      -   | "b"
  sums:
    type: money CNY
    hit: collect list
    source: N/1
    table: |
      kind | => sums
      "a"  | m
      "b"  | 0`,
    outputs: "kinds, sums",
  });
  const example = `tests:\n  - it: {en: a list}\n    at: 2024-06-01T10:00+08:00\n    facts: {m: 49.5, kind: a}\n    expect: ${expected}\n`;
  const loaded = load(new Map([["small.yaml", text + example]]), "small");
  const found = "findings" in loaded ? loaded.findings : loaded.warnings;
  return found.filter(({ severity }) => severity === "error").map(({ id, sentence }) => `${id} ${sentence}`);
}

test("an example expects a list as it is, item by item and in order", () => {
  assert.deepEqual(faultsOf("{kinds: [a, b], sums: [49.50]}"), []);
  const failures = ["[b, a]", "[a]", "[a, b, b]", "[]"].map((kinds) => faultsOf(`{kinds: ${kinds}, sums: [49.5]}`));
  for (const [failure, ...more] of failures) {
    assert.match(failure!, /^test\/fails .*"kinds" is .*"a".*"b".* is expected/);
    assert.deepEqual(more, []);
  }
  for (const sums of ["[49.51]", "[]", "[49.5, 0]"])
    assert.match(faultsOf(`{kinds: [a, b], sums: ${sums}}`)[0]!, /^test\/fails .*"sums" is /);
});

test("what a list cannot hold is told", () => {
  assert.deepEqual(faultsOf("{kinds: [c], sums: [0]}"), [
    'type/code Cannot use "c" as code kind: the list has no such code, the nearest is "a"',
  ]);
  assert.deepEqual(faultsOf("{kinds: a, sums: [0]}"), ['file/shape Cannot read the list "kinds": a list is expected']);
  assert.deepEqual(faultsOf("{kinds: [a], sums: [1.005]}"), [
    'file/value Cannot read "1.005" as money CNY: at most 2 decimals are possible',
  ]);
});
