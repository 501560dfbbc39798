import assert from "node:assert/strict";
import { test } from "node:test";
import { compileSource } from "../compile/source/compile-source.ts";
import { load } from "../load.ts";
import { editExample, exampleName, readExampleFiles } from "../testing/example-files.ts";
import { runTests } from "./run-tests.ts";

test("the tests of the example pass through every way of running it", () => {
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  for (const runs of [runTests(loaded.rulebook), runTests(loaded.rulebook, compileSource(loaded.rulebook))]) {
    assert.ok(runs.length >= 6);
    assert.deepEqual(
      runs.flatMap(({ failures }) => failures),
      [],
    );
  }
});

const failing: readonly [what: string, from: string, to: string, told: RegExp][] = [
  ["a wrong figure", "duty_due: 130", "duty_due: 131", /"duty_due" is "130.00", "131.00" is expected/],
  ["a wrong row", "limit.3", "limit.2", /"limit" hit row 3, row 2 is expected/],
  [
    "a wrong version",
    "because: [duty_rate@2025-07-01]",
    "because: [duty_rate@2024-01-01]",
    /"duty_rate" is of 2025-07-01, 2024-01-01 is expected/,
  ],
  [
    "a wrong count",
    "duty_free_today=6000",
    "duty_free_today=5000",
    /counter "duty_free_today" is "6000.00", "5000.00" is expected/,
  ],
  [
    "a wrong code",
    "{admission: admitted, desk: frequency}",
    "{admission: admitted, desk: mass}",
    /"desk" is "frequency", "mass" is expected/,
  ],
  [
    "a refusal that does not come",
    "{duty_free: 9000, duty_due: 0}",
    "{unanswerable: missing-fact}",
    /unanswerable: missing-fact is expected, it is decided/,
  ],
];

for (const [what, from, to, told] of failing) {
  test(`${what} in a test refuses the file, at the test's line`, () => {
    const files = editExample([from, to]);
    const loaded = load(files, exampleName);
    assert.ok("findings" in loaded);
    const errors = loaded.findings.filter(({ severity }) => severity === "error");
    assert.equal(errors.length, 1);
    assert.equal(errors[0]!.id, "test/fails");
    assert.match(errors[0]!.sentence, told);
    const line = files.get(`${exampleName}.yaml`)!.split("\n")[errors[0]!.at.line - 1];
    assert.match(line!, /- it:/);
  });
}
