import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { parseKey } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import type { Effects } from "../command.ts";
import { command } from "./key.ts";

const folder = mkdtempSync(path.join(tmpdir(), "twinline-key-"));
after(() => rmSync(folder, { recursive: true }));

async function keysOf(data: string): Promise<readonly string[]> {
  const out: string[] = [];
  const silent = { stdin: async () => "", err: () => {}, isTerminal: false };
  const effects: Effects = { cwd: folder, env: {}, ...silent, out: (text) => void out.push(text) };
  assert.equal(await command.run(["--data", data], effects), 0);
  return out;
}

test("each side that was started has a key that a verifier reads, the same every time, and none is made", async () => {
  for (const side of ["cn", "kz"]) {
    const secrets = path.join(folder, "data", "secrets", side);
    mkdirSync(secrets, { recursive: true });
    if (side === "cn") writeFileSync(path.join(secrets, "journal"), Buffer.alloc(32, 7), { mode: 0o600 });
  }
  const keys = await keysOf("data");
  assert.deepEqual(
    keys.map((text) => parseKey(text, sha256).name),
    ["twinline/khorgos/cn"],
  );
  assert.deepEqual(await keysOf("data"), keys);
  assert.deepEqual(readdirSync(path.join(folder, "data", "secrets", "kz")), []);
});

test("a folder in which nothing was started has none, and is not made", async () => {
  await assert.rejects(keysOf("elsewhere"), { id: "key/none" });
  assert.deepEqual(readdirSync(folder), ["data"]);
});
