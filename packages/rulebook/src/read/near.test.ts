import assert from "node:assert/strict";
import { test } from "node:test";
import { findNear, hintNear } from "./near.ts";

test("a mistyped name means the candidate within a third of its letters, at least one", () => {
  assert.equal(findNear("gods", ["goods"]), "goods");
  assert.equal(findNear("abc", ["abx"]), "abx");
  assert.equal(findNear("abc", ["axy"]), undefined);
  assert.equal(findNear("abcdef", ["abcdxy"]), "abcdxy");
  assert.equal(findNear("abcdef", ["abcxyz"]), undefined);
  assert.equal(findNear("abcdef", ["abcdefgh"]), "abcdefgh");
  assert.equal(findNear("abcdef", ["abcdefghi"]), undefined);
});

test("a swap of neighbours is one mistake, other letters count each", () => {
  assert.equal(findNear("abc", ["acb"]), "acb");
  assert.equal(findNear("abc", ["bca"]), undefined);
  assert.equal(findNear("ab", ["ba"]), "ba");
});

test("capitals are no mistake, the name itself is none to tell", () => {
  assert.equal(findNear("VALUE", ["value"]), "value");
  assert.equal(findNear("value", ["value"]), undefined);
});

test("the nearest is told, and of two as near the first", () => {
  assert.equal(findNear("abcdef", ["abcdxy", "abcdex"]), "abcdex");
  assert.equal(findNear("abcdef", ["abcdex", "abcdey"]), "abcdex");
  assert.equal(hintNear("abcdef", ["abcdex"]), ', the nearest is "abcdex"');
  assert.equal(hintNear("abcdef", []), "");
});
