import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DmnError, type LoadedDmn, loadDmn, type Outcome, readTestFile, runDmnTests } from "@twinline/rulebook/dmn";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

/** Runs suites of the DMN conformance kit. */
export const command: Command = {
  name: "dmn test",
  usage: "dmn test DIR",
  about:
    "Runs every DMN suite below a folder (NAME.dmn with NAME-test-NN.xml): passed, refused with the reason, failed",
  run: dmnTest,
};

/** Reasons named in a suite's line. */
const REASONS_SHOWN_MAX = 5;

async function dmnTest(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError("Cannot test: expected one DIR");
  const folder = path.resolve(effects.cwd, named);
  if (!existsSync(folder)) throw new UsageError(`Cannot find the folder "${named}"`);
  const files = globSync("**/*.xml", { cwd: folder })
    .filter((file) => isTestFile(path.join(folder, file)))
    .sort();
  if (files.length === 0) throw new UsageError(`Cannot test: "${named}" has no file NAME-test-NN.xml`);
  const outcomes: Outcome[] = [];
  for (const [suite, tests] of Map.groupBy(files, (file) => path.dirname(file))) {
    const judged = tests.flatMap((file) => runFile(folder, file));
    tell(suite === "." ? path.basename(folder) : suite, judged, effects);
    outcomes.push(...judged);
  }
  effects.out(countsText(outcomes));
  return outcomes.some(({ kind }) => kind === "failed") ? 1 : 0;
}

/** By its name, or by what it holds: results in a file of another name must not be left out of the counts. */
function isTestFile(file: string): boolean {
  return /-test-[^/\\]*\.xml$/.test(file) || /<(?:[\w.-]+:)?testCases[\s>]/.test(readFileSync(file, "utf8"));
}

/** A test file that cannot be read is a failure: its results would be missing from every count. */
function runFile(folder: string, file: string): readonly Outcome[] {
  try {
    const tests = readTestFile(readFileSync(path.join(folder, file), "utf8"));
    return runDmnTests(loadModel(path.join(folder, path.dirname(file), path.basename(tests.model))), tests);
  } catch (error) {
    if (!(error instanceof DmnError)) throw error;
    return [{ kind: "failed", testCase: file, result: "", detail: error.message }];
  }
}

function loadModel(file: string): LoadedDmn {
  if (!existsSync(file)) return { kind: "refused", reason: `Cannot find the model "${path.basename(file)}"` };
  return loadDmn(readFileSync(file, "utf8"));
}

function tell(suite: string, outcomes: readonly Outcome[], effects: Effects): void {
  const refused = outcomes.filter(({ kind }) => kind === "refused");
  const reasons = [...Map.groupBy(refused, ({ detail }) => detail)].map(([reason, of]) => `${reason} (${of.length})`);
  const shown = reasons.slice(0, REASONS_SHOWN_MAX);
  if (reasons.length > shown.length) shown.push(`${reasons.length - shown.length} more reasons`);
  effects.out(`${suite}: ${countsText(outcomes)}${shown.length > 0 ? `; ${shown.join("; ")}` : ""}`);
  for (const { kind, testCase, result, detail } of outcomes) {
    if (kind === "failed") effects.out(`  failed: case ${testCase}, "${result}": ${detail}`);
  }
}

function countsText(outcomes: readonly Outcome[]): string {
  const count = (wanted: Outcome["kind"]) => outcomes.filter(({ kind }) => kind === wanted).length;
  return `passed ${count("passed")}, refused ${count("refused")}, failed ${count("failed")}`;
}
