import {
  type Change,
  type CheckedRulebook,
  compareRulebooks,
  type Decision,
  type Example,
  type Finding,
  runTests,
} from "@twinline/rulebook";
import { checkFiles } from "@twinline/rulebook/check";
import { hashText, type Law, pathOf } from "./law.ts";

/** One example under the draft; `before` is what the law in force decides, absent for an example of the draft's own. */
export type JudgedExample = {
  readonly test: Example;
  readonly decision: Decision;
  readonly before?: Decision;
  readonly failures: readonly string[];
};

/** What a draft comes to. Without `rulebook` its text does not hold, and `findings` say why. */
export type Judged = {
  readonly findings: readonly Finding[];
  readonly rulebook?: CheckedRulebook;
  readonly examples: readonly JudgedExample[];
  readonly changes: readonly Change[];
  readonly holds: boolean;
};

/** Checks a reform over the law in force, runs all examples and says what changes. Pure, and quick enough for each key. */
export function judgeDraft(law: Law, name: string, text: string): Judged {
  const checked = checkFiles(new Map([...law.files, [pathOf(name), text]]), name, hashText);
  if ("findings" in checked) return { findings: checked.findings, examples: [], changes: [], holds: false };
  const { rulebook, warnings } = checked;
  const examples = judgeExamples(law, rulebook);
  const holds = rulebook.reform !== undefined && examples.every(({ failures }) => failures.length === 0);
  return { findings: warnings, rulebook, examples, changes: compareRulebooks(law.rulebook, rulebook), holds };
}

function judgeExamples({ runs }: Law, draft: CheckedRulebook): JudgedExample[] {
  const before = new Map(runs.map(({ test, decision }) => [placeOf(test), decision]));
  return runTests(draft).map((run) => {
    const decided = before.get(placeOf(run.test));
    return { ...run, ...(decided && { before: decided }) };
  });
}

function placeOf({ at }: Example): string {
  return `${at.file}:${at.line}:${at.column}`;
}
