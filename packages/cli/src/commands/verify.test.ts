import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Effects } from "../command.ts";
import { command } from "./verify.ts";

const bundle = fileURLToPath(new URL("../../../../conformance/journal/bundle.jsonl", import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), "twinline-verify-"));
after(() => rm(folder, { recursive: true }));
const lines = (await readFile(bundle, "utf8")).trimEnd().split("\n");

async function run(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const effects: Effects = {
    cwd: folder,
    env: {},
    stdin: async () => "",
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isTerminal: false,
  };
  const status = await command.run(args, effects);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

async function file(name: string, text: string): Promise<string> {
  await writeFile(path.join(folder, name), text);
  return name;
}

function keysOf(head: string): string {
  return (JSON.parse(head) as { keys: string[] }).keys.join("\n");
}

test("a true bundle is verified with status 0, and whose keys were believed is said", async () => {
  const { status, out, err } = await run(bundle);
  assert.deepEqual([status, err], [0, ""]);
  assert.match(out, /entries {6}40 read, numbers 1 to 40/);
  assert.match(out, /the bundle's own/);
  assert.match(out, /\nverified$/);
  const key = await file("keys.txt", `# got in person\n${keysOf(lines[0]!)}\n`);
  const pinned = await run(bundle, "--key", key);
  assert.equal(pinned.status, 0);
  assert.match(pinned.out, /keys {9}keys\.txt/);
});

test("an edited bundle is refused with status 1 and the number and line of the entry", async () => {
  const at = lines.findIndex((line) => line.includes('"number":17,'));
  const edited = lines.with(at, lines[at]!.replace("passage", "passagf"));
  const { status, out, err } = await run(await file("edited.jsonl", `${edited.join("\n")}\n`));
  assert.equal(status, 1);
  assert.match(err, new RegExp(`^entry 17, line ${at + 1}: the entry does not match its own hash`));
  assert.match(out, /not verified: 1 faults$/);
});

test("a receipt as the server answered it finds a journal that was rolled back", async () => {
  const receiptLine = lines.findLast((line) => line.startsWith('{"receipt"'))!;
  const { receipt } = JSON.parse(receiptLine) as { receipt: { number: number } };
  const pretty = await file("receipt.json", JSON.stringify(receipt, null, 2));
  const end = lines.findIndex((line) => line.includes('"checkpoint"') && line.includes("\\n32\\n"));
  const head = lines[0]!.replace('"last":40', '"last":32');
  const shorter = await file("shorter.jsonl", [head, ...lines.slice(1, end + 1)].join("\n"));
  assert.equal((await run(shorter)).status, 0);
  const { status, err } = await run(shorter, "--with", pretty);
  assert.deepEqual([status, receipt.number], [1, 40]);
  assert.match(err, /entries 33 to 40.*missing/);
});

test("a receipt by itself, or in the answer it came with, is checked against keys got in person", async () => {
  const { receipt } = JSON.parse(lines.findLast((line) => line.startsWith('{"receipt"'))!) as {
    receipt: { hash: string };
  };
  const key = await file("own.txt", keysOf(lines[0]!));
  const answer = await file("answer.json", JSON.stringify({ decision: { outputs: {} }, receipt }));
  const { status, out, err } = await run(answer, "--key", key);
  assert.deepEqual([status, err], [0, ""]);
  assert.match(out, /^receipt {6}entry 40 of .*\nverified$/s);
  assert.equal((await run(await file("alone.json", JSON.stringify(receipt)), "--key", key)).status, 0);
  const changed = await file("changed.json", JSON.stringify({ ...receipt, hash: "0".repeat(64) }));
  const refused = await run(changed, "--key", key);
  assert.equal(refused.status, 1);
  assert.match(refused.err, /none of the keys given signed/);
  await assert.rejects(run(answer), { name: "UsageError", message: /pass --key/ });
});

test("a checkpoint in hand is read as a note", async () => {
  const line = lines.findLast((one) => one.startsWith('{"checkpoint"'))!;
  const note = await file("checkpoint.txt", (JSON.parse(line) as { checkpoint: string }).checkpoint);
  assert.equal((await run(bundle, "--with", note, "--json")).status, 0);
});

test("a missing argument is a usage error, and a missing file an error that names it", async () => {
  await assert.rejects(run(), { name: "UsageError" });
  await assert.rejects(run("a", "b"), { name: "UsageError" });
  await assert.rejects(run("nowhere.jsonl"), /nowhere\.jsonl/);
});
