import assert from "node:assert/strict";
import { test } from "node:test";
import { rangesOf } from "./ranges.ts";

test("Numbers that follow each other are written as one range", () => {
  assert.equal(rangesOf([1, 4, 5, 6, 9, 10], "en"), "1, 4–6, 9–10");
  assert.equal(rangesOf([7], "zh"), "7");
  assert.equal(rangesOf([], "kk"), "");
});
