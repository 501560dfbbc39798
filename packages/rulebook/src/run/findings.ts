import type { Finding } from "../ir/finding.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { runTests, type TestRun } from "./run-tests.ts";

/** Runs the tests and gives a finding for each that fails, and a warning for each rule and row that no test reaches. */
export function findTestFaults(rulebook: CheckedRulebook): Finding[] {
  const runs = runTests(rulebook);
  const failed = runs.flatMap(({ test, failures }) =>
    failures.map((failure): Finding => {
      const name = test.it.en ?? test.it.zh ?? test.it.ru ?? test.it.kk ?? "";
      return { id: "test/fails", severity: "error", at: test.at, sentence: `Test "${name}" fails: ${failure}` };
    }),
  );
  return failed.length > 0 ? failed : findUncovered(rulebook, runs);
}

function findUncovered(rulebook: CheckedRulebook, runs: readonly TestRun[]): Finding[] {
  const decided = runs.flatMap(({ decision }) => (decision.kind === "decided" ? [decision.trace] : []));
  return rulebook.rules.flatMap((rule, index): Finding[] => {
    if (!decided.some(({ values }) => values[index] !== undefined)) {
      return [warn(rule.at, `Rule "${rule.name}" is reached by no test`)];
    }
    return rule.versions.flatMap(({ body }, version) => {
      if (body.kind === "is") return [];
      const hit = new Set(
        decided.filter(({ versions }) => versions.rules[index] === version).flatMap(({ rows }) => rows[index]!),
      );
      return body.rows
        .filter(({ number }) => !hit.has(number))
        .map(({ at, number }) => warn(at, `Row ${number} of "${rule.name}" is hit by no test`));
    });
  });
}

function warn(at: Finding["at"], sentence: string): Finding {
  return { id: "test/coverage", severity: "warning", at, sentence };
}
