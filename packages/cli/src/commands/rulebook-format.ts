import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { formatRulebook } from "@twinline/rulebook/format";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { findingText, findLawFolder } from "../rulebook-files.ts";

/** Brings rulebooks into their one layout; meaning and comments stay. */
export const command: Command = {
  name: "rulebook format",
  usage: "rulebook format [DIR|FILE] [--check] [--fit]",
  about: "Lays out rulebooks (default: rulebooks); --check only tells which differ, --fit widens tables to their cells",
  run: format,
};

async function format(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { check: { type: "boolean", default: false }, fit: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  if (positionals.length > 1) throw new UsageError("Cannot format: expected one DIR or FILE");
  const files = findFiles(effects.cwd, positionals[0]);
  if (files.length === 0) throw new UsageError("Cannot format: the folder has no YAML file");
  let changed = 0;
  let refused = 0;
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const formatted = formatRulebook(path.relative(effects.cwd, file), text, { fit: values.fit });
    if ("findings" in formatted) {
      refused += 1;
      for (const finding of formatted.findings) effects.err(findingText(finding));
    } else if (formatted.text !== text) {
      changed += 1;
      effects.out(path.relative(effects.cwd, file));
      if (!values.check) writeFileSync(file, formatted.text);
    }
  }
  effects.out(`${changed} of ${files.length} files ${values.check ? "are not in the layout" : "laid out anew"}`);
  return refused > 0 || (values.check && changed > 0) ? 1 : 0;
}

function findFiles(cwd: string, named: string | undefined): readonly string[] {
  if (named?.endsWith(".yaml")) {
    const file = path.resolve(cwd, named);
    if (statSync(file, { throwIfNoEntry: false }) === undefined)
      throw new UsageError(`Cannot find the file "${named}"`);
    return [file];
  }
  const folder = findLawFolder(cwd, named);
  const files = globSync("**/*.yaml", { cwd: folder }).sort();
  return files.map((file) => path.join(folder, file));
}
