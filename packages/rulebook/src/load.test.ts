import assert from "node:assert/strict";
import { test } from "node:test";
import { type Loaded, load } from "./load.ts";
import { editExample, exampleName, readExampleFiles } from "./testing/example-files.ts";
import { mistakesInExamples } from "./testing/mistakes/examples.ts";
import { mistakesInExpressions } from "./testing/mistakes/expressions.ts";
import { mistakesInFiles } from "./testing/mistakes/files.ts";
import type { Mistake } from "./testing/mistakes/mistake.ts";
import { mistakesInRules } from "./testing/mistakes/rules.ts";

function findingsOf(loaded: Loaded) {
  return "findings" in loaded ? loaded.findings : loaded.warnings;
}

function placeOf(text: string, { at, after }: Mistake): string {
  const start = after === undefined ? 0 : text.indexOf(after) + after.length;
  const before = text.slice(0, text.indexOf(at, start)).split("\n");
  return `${before.length}:${before.at(-1)!.length + 1}`;
}

test("the complete example of the language loads", () => {
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded, JSON.stringify(findingsOf(loaded)));
  const { rulebook, warnings } = loaded;
  assert.deepEqual(new Set(warnings.map(({ id }) => id)), new Set(["test/coverage"]));
  assert.match(rulebook.hash, /^[0-9a-f]{64}$/);
  assert.equal(rulebook.tests.length, 6);
  const names = rulebook.rules.map(({ name }) => name);
  for (const { name, reads } of rulebook.rules) {
    for (const read of reads) assert.ok(names.indexOf(read) < names.indexOf(name), `"${read}" follows "${name}"`);
  }
});

test("a checked rulebook is frozen and survives JSON", () => {
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  assert.deepEqual(JSON.parse(JSON.stringify(loaded.rulebook)), loaded.rulebook);
  assert.ok(Object.isFrozen(loaded.rulebook.rules[0]!.versions[0]!.body));
});

for (const mistake of [...mistakesInExpressions, ...mistakesInRules, ...mistakesInExamples, ...mistakesInFiles]) {
  test(`${mistake.id} is found where it stands: ${mistake.sentence}`, () => {
    const files = editExample(mistake.replace, mistake.also);
    const found = findingsOf(load(files, exampleName));
    const place = placeOf(files.get(`${exampleName}.yaml`)!, mistake);
    const all = found.map(({ id, at, sentence }) => `${id} ${at.line}:${at.column} ${sentence}`);
    assert.ok(all.includes(`${mistake.id} ${place} ${mistake.sentence}`), all.join("\n"));
  });
}

test("a rulebook that is not there is a finding", () => {
  const loaded = load(new Map(), "demo/nowhere");
  assert.deepEqual(
    findingsOf(loaded).map(({ id }) => id),
    ["file/absent"],
  );
});

test("an instrument whose wording is not held is a warning only", () => {
  const files = editExample([/\n {4}text: instruments\/n12.*\n.*sha256.*/, ""]);
  const loaded = load(files, exampleName);
  assert.ok("rulebook" in loaded);
  const warning = loaded.warnings.find(({ id }) => id === "instrument/text");
  assert.equal(warning?.sentence, 'Rely on "N12" with care: its official wording is not held');
});
