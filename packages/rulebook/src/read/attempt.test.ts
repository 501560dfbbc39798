import assert from "node:assert/strict";
import { test } from "node:test";
import { SyntaxProblem } from "../parse/problem.ts";
import { attempt } from "./attempt.ts";
import { Findings } from "./findings.ts";

const at = { file: "a.yaml", line: 3, column: 7 };

test("a problem of syntax becomes a finding, any other fault goes on", () => {
  const findings = new Findings();
  assert.equal(
    attempt(() => 5, findings),
    5,
  );
  assert.equal(
    attempt(() => {
      throw new SyntaxProblem(at, "Cannot read this", "table/syntax");
    }, findings),
    undefined,
  );
  assert.deepEqual(
    findings.sorted().map(({ id, at: place, sentence }) => [id, place, sentence]),
    [["table/syntax", at, "Cannot read this"]],
  );
  assert.throws(
    () =>
      attempt(() => {
        throw new RangeError("ours");
      }, findings),
    RangeError,
  );
});
