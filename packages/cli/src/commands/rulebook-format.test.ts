import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { UsageError } from "../command.ts";
import { command } from "./rulebook-format.ts";

const text = "rules:\n  a:\n    table: |\n      n|=> a\n      -|0\n";
const laidOut = "rules:\n  a:\n    table: |\n      n | => a\n      - | 0\n";

async function run(cwd: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const effects = {
    cwd,
    env: {},
    stdin: async () => "",
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    isTerminal: false,
  };
  return { status: await command.run(args, effects), out, err };
}

test("a file is laid out once; --check tells and writes nothing; what cannot be read is told and kept", async (t) => {
  const cwd = mkdtempSync(path.join(tmpdir(), "twf-"));
  t.after(() => rmSync(cwd, { recursive: true }));
  const file = path.join(cwd, "law.yaml");
  writeFileSync(file, text);
  assert.deepEqual(await run(cwd, ".", "--check"), {
    status: 1,
    out: ["law.yaml", "1 of 1 files are not in the layout"],
    err: [],
  });
  assert.equal(readFileSync(file, "utf8"), text);
  assert.deepEqual((await run(cwd, "law.yaml")).out, ["law.yaml", "1 of 1 files laid out anew"]);
  assert.equal(readFileSync(file, "utf8"), laidOut);
  assert.equal((await run(cwd, ".", "--check")).status, 0);
  writeFileSync(file, "a: &b 1\n");
  const refused = await run(cwd, ".");
  assert.equal(refused.status, 1);
  assert.match(refused.err[0]!, /^law\.yaml:1:\d+: error file\/forbidden/);
  await assert.rejects(run(cwd, "none.yaml"), UsageError);
});

test("the law of the product is in the layout", async () => {
  const { status, out } = await run(path.resolve(import.meta.dirname, "../../../.."), "--check");
  assert.equal(status, 0, out.join("\n"));
});
