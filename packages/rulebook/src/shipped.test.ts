import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { load } from "./load.ts";

const folder = path.resolve(import.meta.dirname, "../../../rulebooks");
const files = new Map(
  globSync("**/*.{yaml,md}", { cwd: folder }).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
);
const names = [...files].flatMap(([file, text]) =>
  /^(?:rulebook|reform):/m.test(text) && file.endsWith(".yaml") ? [file.slice(0, -5)] : [],
);

test("there are rulebooks to load", () => {
  assert.ok(names.length > 0);
});

for (const name of names) {
  test(`the rulebook ${name} loads and its tests hold`, () => {
    const loaded = load(files, name);
    const findings = "findings" in loaded ? loaded.findings : [];
    assert.deepEqual(
      findings.filter(({ severity }) => severity === "error"),
      [],
    );
  });
}
