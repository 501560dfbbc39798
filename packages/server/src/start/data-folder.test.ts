import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { StartError } from "../errors.ts";
import { openDataFolder } from "./data-folder.ts";

const withId = (id: string) => (error: unknown) => error instanceof StartError && error.id === id;

test("A folder is made with its parents, a file in its way is named", () => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-folder-"));
  try {
    openDataFolder(path.join(base, "a", "b"));
    openDataFolder(path.join(base, "a", "b"));
    fs.writeFileSync(path.join(base, "file"), "");
    assert.throws(() => openDataFolder(path.join(base, "file", "c")), withId("start/data-folder"));
  } finally {
    fs.rmSync(base, { recursive: true });
  }
});

test("A folder that root began is refused to an ordinary user with the command that mends it", (t) => {
  if (process.getuid?.() !== 0) return t.diagnostic("only root can become another user");
  const script = `import(${JSON.stringify(path.join(import.meta.dirname, "data-folder.ts"))})
    .then(({ openDataFolder }) => openDataFolder(process.argv[1])).catch((error) => console.log(error.id, error.message))`;
  const base = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-folder-"));
  fs.chmodSync(base, 0o755);
  try {
    const { stdout } = spawnSync(process.execPath, ["-e", script, base], { uid: 1000, gid: 1000, encoding: "utf8" });
    assert.match(stdout, /^start\/other-owner .*sudo chown -R 1000 /);
  } finally {
    fs.rmSync(base, { recursive: true });
  }
});
