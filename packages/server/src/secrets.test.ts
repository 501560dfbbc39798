import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { StartError } from "./errors.ts";
import { openSecrets } from "./secrets.ts";

function withFolder(work: (folder: string) => void): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-secrets-"));
  try {
    work(path.join(folder, "secrets"));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test("A secret is made once, found again, private to its owner and different from the others", () =>
  withFolder((folder) => {
    const journal = openSecrets(folder).get("journal");
    assert.equal(journal.length, 32);
    assert.deepEqual(openSecrets(folder).get("journal"), journal);
    assert.notDeepEqual(openSecrets(folder).get("vault"), journal);
    assert.equal(fs.statSync(path.join(folder, "journal")).mode & 0o777, 0o600);
    assert.deepEqual(fs.readdirSync(folder).toSorted(), ["journal", "vault"]);
  }));

test("A key file that others can read, or that was cut short, is refused", () =>
  withFolder((folder) => {
    openSecrets(folder).get("journal");
    fs.chmodSync(path.join(folder, "journal"), 0o644);
    assert.throws(() => openSecrets(folder).get("journal"), StartError);
    fs.chmodSync(path.join(folder, "journal"), 0o600);
    fs.truncateSync(path.join(folder, "journal"), 31);
    assert.throws(() => openSecrets(folder).get("journal"), /must hold 32 bytes/);
  }));
