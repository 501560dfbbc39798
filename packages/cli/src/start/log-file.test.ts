import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { openLogFile } from "./log-file.ts";

test("A log fills to its limit, and the line beyond begins the next file", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-log-"));
  try {
    const { file, log } = openLogFile(folder, 8);
    for (const line of ["abc", "def"]) log(line);
    assert.equal(fs.readFileSync(file, "utf8"), "abc\ndef\n");
    openLogFile(folder, 8).log("g");
    assert.equal(fs.readFileSync(file, "utf8"), "g\n");
    assert.equal(fs.readFileSync(`${file}.1`, "utf8"), "abc\ndef\n");
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
