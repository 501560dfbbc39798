import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../load.ts";
import { label, smallText } from "../testing/small-rulebook.ts";

/** What loading a small rulebook says, with the test's facts and expectation in it. */
function told(facts: string, expect: string): string[] {
  const rules =
    "  result: {type: boolean, is: share > half, source: N/1}\n  same: {type: boolean, is: share = half, source: N/1}";
  const text = smallText({
    facts: `  share: {type: rate, range: 0..1, ${label}}`,
    parameters: "  half: {type: rate, values: [{from: 2024-01-01, is: 50%, source: N/1}]}",
    rules,
    outputs: "result, same",
  });
  const it = "{en: one}";
  const tests = `tests:\n  - {it: ${it}, at: 2025-03-01T10:00+08:00, facts: {${facts}}, expect: {${expect}}}\n`;
  const loaded = load(new Map([["small.yaml", text + tests]]), "small");
  return ("findings" in loaded ? loaded.findings : [])
    .filter(({ id, severity }) => severity === "error" && id !== "test/none")
    .map(({ id, sentence }) => `${id} ${sentence}`);
}

test("a rate in an example is read on the scale of its fact", () => {
  for (const [share, result, same] of [
    ["50%", false, true],
    ["0.501", true, false],
    ["1/4", false, false],
  ]) {
    assert.deepEqual(told(`share: ${share}`, `result: ${result}, same: ${same}`), []);
  }
  const [never] = told("share: 1/3", "result: false");
  assert.match(never!, /^file\/value Cannot read "1\/3" as rate: "share" never has this value/);
});

test("an example that expects no answer expects nothing else", () => {
  assert.deepEqual(told("", "unanswerable: missing-fact"), []);
  assert.match(told("", "unanswerable: missing-fact, result: true").join(), /file\/key Cannot use the key "result"/);
});
