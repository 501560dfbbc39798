import assert from "node:assert/strict";
import { test } from "node:test";
import { QUIET_MODULES, qrPath } from "./qr.ts";

test("a code keeps its blank rim on a screen and has none on paper", () => {
  const screen = qrPath("TL1:CN:1:abc", QUIET_MODULES);
  const paper = qrPath("TL1:CN:1:abc", 0);
  assert.equal(screen.size, paper.size + 2 * QUIET_MODULES);
  assert.match(paper.path, /^M0 0h7v1h-7z/, "the first finder pattern begins in the corner");
  assert.match(screen.path, /^M4 4h7v1h-7z/);
});
