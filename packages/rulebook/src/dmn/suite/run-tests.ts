import { type FeelValue, valueText } from "../feel/value.ts";
import type { DmnModel, LoadedDmn } from "../model/load.ts";
import { DmnError } from "../problem.ts";
import { agrees } from "./agree.ts";
import type { ExpectedResult, TestCase, TestFile } from "./test-cases.ts";
import type { Expected } from "./written-value.ts";

/** What became of one expected result; `detail` is the reason, or both values. */
export type Outcome = {
  readonly kind: "passed" | "refused" | "failed";
  readonly testCase: string;
  readonly result: string;
  readonly detail: string;
};

/** Runs every case of a test file against its model and judges result by result. */
export function runDmnTests(loaded: LoadedDmn, tests: TestFile): readonly Outcome[] {
  return tests.cases.flatMap((testCase) => {
    return testCase.results.map((result) => ({
      testCase: testCase.id,
      result: result.name,
      ...judge(loaded, testCase, result),
    }));
  });
}

type Verdict = Pick<Outcome, "kind" | "detail">;

function judge(loaded: LoadedDmn, testCase: TestCase, result: ExpectedResult): Verdict {
  if (loaded.kind === "refused") return refused(loaded.reason);
  if (testCase.kind !== "decision" || result.kind !== "decision")
    return refused(`outside the profile: tests of a ${testCase.kind === "decision" ? result.kind : testCase.kind}`);
  const decision = loaded.decisions.get(result.name);
  if (decision === undefined) return refused(`Cannot find the decision "${result.name}"`);
  if (decision.kind === "refused") return refused(decision.reason);
  const inputs = inputsOf(loaded, testCase);
  if (inputs === undefined) return refused("outside the profile: decisions given as inputs");
  try {
    return compare(decision.decide(inputs), result.expected);
  } catch (error) {
    if (!(error instanceof DmnError)) throw error;
    return refused(`no answer: ${error.reason}`);
  }
}

/** What is no value of the profile is not given; undefined when the test fixes the value of a decision. */
function inputsOf(model: DmnModel, { inputs }: TestCase): ReadonlyMap<string, FeelValue> | undefined {
  if ([...inputs.keys()].some((name) => model.decisions.has(name))) return undefined;
  return new Map([...inputs].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function compare(value: FeelValue, expected: Expected): Verdict {
  if (isUntyped(expected)) return refused("the test does not say what it expects, or its type");
  if (agrees(value, expected)) return { kind: "passed", detail: "" };
  return { kind: "failed", detail: `expected ${expectedText(expected)}, got ${valueText(value)}` };
}

/** Without its type a written value is text or a number by guess. */
function isUntyped(expected: Expected): boolean {
  if (expected.kind === "list") return expected.items.some(isUntyped);
  if (expected.kind === "context") return [...expected.entries.values()].some(isUntyped);
  return expected.kind === "other" && expected.untyped;
}

function refused(detail: string): Verdict {
  return { kind: "refused", detail };
}

function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case "null":
      return "null";
    case "number":
      return expected.written;
    case "value":
      return valueText(expected.value);
    case "list":
      return `[${expected.items.map(expectedText).join(", ")}]`;
    case "context":
      return `{${[...expected.entries].map(([name, each]) => `${name}: ${expectedText(each)}`).join(", ")}}`;
    case "other":
      return expected.what;
  }
}
