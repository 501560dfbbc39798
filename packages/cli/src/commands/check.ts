import { parseArgs } from "node:util";
import { load } from "@twinline/rulebook/load";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { findingText, findLawFolder, lawNames, readLawFiles } from "../rulebook-files.ts";

/** Reads and checks every rulebook of a folder and runs the tests inside them. */
export const command: Command = {
  name: "check",
  usage: "check [DIR] [--json]",
  about: "Checks the rulebooks of a folder (default: rulebooks) and runs the tests inside them",
  run: check,
};

async function check(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: "boolean" } },
    allowPositionals: true,
  });
  if (positionals.length > 1) throw new UsageError("Cannot check: expected one DIR");
  const files = readLawFiles(findLawFolder(effects.cwd, positionals[0]));
  const names = lawNames(files);
  if (names.length === 0) throw new UsageError("Cannot check: the folder has no rulebook");
  const results = names.map((name) => ({ name, loaded: load(files, name) }));
  const refused = results.filter(({ loaded }) => "findings" in loaded);
  const findings = results.flatMap(({ loaded }) => ("findings" in loaded ? loaded.findings : loaded.warnings));
  const tests = results.reduce((sum, { loaded }) => sum + ("findings" in loaded ? 0 : loaded.rulebook.tests.length), 0);
  if (values.json) {
    effects.out(JSON.stringify({ rulebooks: names.length, refused: refused.length, tests, findings }, null, 2));
  } else {
    // A reform tells the findings of its base again.
    const told = new Map(findings.map((finding) => [findingText(finding), finding.severity]));
    for (const [text, severity] of told) (severity === "error" ? effects.err : effects.out)(text);
    const warnings = [...told.values()].filter((severity) => severity === "warning").length;
    effects.out(
      `${names.length - refused.length} of ${names.length} rulebooks hold, ${tests} tests passed, ${warnings} warnings`,
    );
  }
  return refused.length === 0 ? 0 : 1;
}
