import assert from "node:assert/strict";
import { test } from "node:test";
import { linkToken } from "./one-time-link.ts";

test("a one-time link is read from the fragment alone, and only whole", () => {
  const token = "A".repeat(43);
  assert.equal(linkToken(`#link=${token}`), token);
  for (const hash of ["", "#link=", `#link=${token}x`, `link=${token}`, `#x&link=${token}`])
    assert.equal(linkToken(hash), undefined, hash);
});
