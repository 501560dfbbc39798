import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DmnError, type ImportedTable, importTable } from "@twinline/rulebook/dmn";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

/** A decision table of a DMN file in the words of our language. */
export const command: Command = {
  name: "dmn import",
  usage: "dmn import FILE --table NAME",
  about: "Prints a DMN decision table as rules with pipe tables, its figures as parameters, and what is left outside",
  run: dmnImport,
};

async function dmnImport(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { table: { type: "string" } },
    allowPositionals: true,
  });
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError("Cannot import: expected one FILE");
  if (values.table === undefined) throw new UsageError("Cannot import: expected --table NAME");
  const file = path.resolve(effects.cwd, named);
  if (!existsSync(file)) throw new UsageError(`Cannot find the file "${named}"`);
  try {
    return tell(importTable(readFileSync(file, "utf8"), values.table), effects);
  } catch (error) {
    if (!(error instanceof DmnError)) throw error;
    effects.err(error.message);
    return 1;
  }
}

/** The rules on the output, what is outside beside it: status 1 says that the text is not complete. */
function tell({ rules, parameters, outside }: ImportedTable, effects: Effects): ExitStatus {
  if (parameters.length > 0) effects.out(["parameters:", ...parameters].join("\n"));
  effects.out(["rules:", ...rules].join("\n"));
  for (const sentence of outside) effects.err(`outside the profile: ${sentence}`);
  return outside.length === 0 ? 0 : 1;
}
