import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { UsageError } from "./command.ts";
import { command as verify } from "./commands/verify.ts";
import { tellFailure } from "./failure.ts";
import { commandNames } from "./registry.ts";
import { tellUnknown } from "./unknown-command.ts";

const folder = import.meta.dirname;

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("a file that is not there, or is a folder, is told with what to do and a stable id", () => {
  const absent = tellFailure(
    thrownBy(() => readFileSync("/nothing/bundle.jsonl")),
    verify,
  );
  assert.deepEqual(absent.status, 3);
  assert.equal(
    absent.lines[0],
    'Cannot find "/nothing/bundle.jsonl": check its name and the folder this runs in [file/not-found]',
  );
  assert.match(
    tellFailure(
      thrownBy(() => readFileSync(folder)),
      verify,
    ).lines[0]!,
    /\[file\/is-folder\]$/,
  );
});

test("a failure of the product keeps its own sentence and id, and a name cannot rewrite a sentence", () => {
  const own = Object.assign(new Error('Cannot start: "x" is damaged'), { id: "start/damaged" });
  assert.deepEqual(tellFailure(own, verify).lines, ['Cannot start: "x" is damaged [start/damaged]']);
  assert.deepEqual(tellFailure(new Error("Odd"), verify).lines, ["Odd [command/failed]"]);
  const named = Object.assign(new Error(""), { code: "ENOENT", path: "$&" });
  assert.match(tellFailure(named, verify).lines[0]!, /^Cannot find "\$&":/);
});

test("a mistake in the command line is told with the usage, and with the commands beside it", () => {
  const { status, lines } = tellFailure(new UsageError("Cannot verify"), verify, ["rulebook schema"]);
  assert.equal(status, 2);
  assert.deepEqual(lines, [
    "Cannot verify [command/usage]",
    `usage: twinline ${verify.usage}`,
    "also:  twinline rulebook schema",
  ]);
});

test("a mistyped command is told with the nearest, and half a command with its parts", async () => {
  const names = await commandNames();
  const typo = await tellUnknown(["dcide", "x"], names);
  assert.equal(
    typo,
    'Cannot find the command "dcide x": do you mean "twinline decide"? Run "twinline help" to see all [command/unknown]',
  );
  assert.match(await tellUnknown(["traffic"], names), /"traffic generate", "traffic play" \[command\/unknown\]$/);
  assert.match(await tellUnknown(["zzzzzz"], names), /^Cannot find the command "zzzzzz": Run/);
});

test("help of one command tells of that one", () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(folder, "main.ts"), "help", "traffic", "play"], {
    encoding: "utf8",
  });
  assert.equal(status, 0);
  assert.match(stdout, /^twinline traffic play FILE/);
});

test("output whose reader has read enough ends without a word", () => {
  const script = `"${process.execPath}" "${path.join(folder, "main.ts")}" help | head -n 1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", script], { encoding: "utf8" });
  assert.deepEqual([stdout.trim(), stderr], ["twinline: runs a zone that straddles a border", ""]);
});
