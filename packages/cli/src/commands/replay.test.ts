import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import type { ReplayResult } from "@twinline/insight";
import type { Effects } from "../command.ts";
import { command } from "./replay.ts";
import { command as generate } from "./traffic-generate.ts";

const ROOT = path.join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(path.join(tmpdir(), "twinline-replay-"));
after(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[], named = command) {
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
  const status = await named.run(args, effects);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

before(async () => {
  const law = readFileSync(path.join(ROOT, "rulebooks/khorgos/cn/departure.yaml"));
  const reform = readFileSync(path.join(ROOT, "conformance/replay/allowance-12000.yaml"), "utf8");
  const pinned = reform.replace("BASE", createHash("sha256").update(law).digest("hex"));
  writeFileSync(path.join(folder, "reform.yaml"), pinned);
  writeFileSync(path.join(folder, "later.yaml"), pinned.replace(/^replay:.*\n/m, ""));
  await run(["--passages", "3000", "--from", "2025-01-01", "--seed", "3", "--out", "t.parquet"], generate);
});

test("replay tells what a reform changes, and silently shows no progress in a pipe", async () => {
  const { status, out, err } = await run(["--history", "t.parquet", "--reform", "reform.yaml", "--by", "residence"]);
  assert.deepEqual([status, err], [0, ""]);
  assert.match(out, /^khorgos\/cn\/departure against khorgos\/cn\/allowance-12000$/m);
  assert.match(out, /^tax +\d+\.\d\d +\d+\.\d\d +-\d+\.\d\d$/m);
  assert.match(out, /^People are assumed to behave as they did/m);
  assert.match(out, /are generated, not recorded/);
});

test("replay --json gives every part, with examples that are explained", async () => {
  const { out } = await run(["--history", "t.parquet", "--reform", "reform.yaml", "--elasticity=-0.5", "--json"]);
  const result = JSON.parse(out) as ReplayResult;
  assert.deepEqual(Object.keys(result.by), ["residence", "month", "gate", "category", "chapter"]);
  assert.ok(result.changes[0]!.examples[0]!.base.explanation[0]!.text.kk);
  assert.equal(result.law, "2027-01-01");
  assert.equal(result.response!.elasticity, "-0.5");
});

test("replay speaks the language asked for", async () => {
  const { out } = await run(["--history", "t.parquet", "--reform", "reform.yaml", "--by", "gate", "--lang", "kk"]);
  assert.match(out, /Адамдар бұрынғыдай/);
});

test("a reform that is not in force on any replayed day is refused with status 1", async () => {
  const { status, err } = await run(["--history", "t.parquet", "--reform", "later.yaml"]);
  assert.equal(status, 1);
  assert.match(err, /^replay\/no-effect: Cannot replay "khorgos\/cn\/allowance-12000"/);
});

test("what is not there, or not a choice, is a usage error", async () => {
  const given = ["--history", "t.parquet", "--reform", "reform.yaml"];
  await assert.rejects(run(["--reform", "reform.yaml"]), /--history takes/);
  await assert.rejects(run(["--history", "no.parquet", "--reform", "reform.yaml"]), /Cannot find the history/);
  await assert.rejects(run([...given, "--by", "height"]), /--by takes/);
  await assert.rejects(run([...given, "--elasticity", "11"]), /--elasticity takes/);
  await assert.rejects(run([...given, "--rulebook", "khorgos/kz/departure"]), /the reform is of/);
});
