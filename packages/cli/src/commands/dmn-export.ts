import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { type DmnEdition, DmnError, dmnEditions, exportDmn } from "@twinline/rulebook/dmn";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";
import { findingText, loadNamed } from "../rulebook-files.ts";

/** A rulebook as DMN, for tools that read nothing else. */
export const command: Command = {
  name: "dmn export",
  usage: "dmn export RULEBOOK [--at DATE] [--out FILE] [--edition 1.5|1.3] [--rulebooks DIR]",
  about: "Writes a rulebook as DMN XML with the figures in force on a date (default: today); dmn-js opens edition 1.3",
  run: dmnExport,
};

async function dmnExport(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      at: { type: "string" },
      out: { type: "string" },
      edition: { type: "string", default: "1.5" },
      rulebooks: { type: "string" },
    },
    allowPositionals: true,
  });
  const [named, ...more] = positionals;
  if (named === undefined || more.length > 0) throw new UsageError("Cannot export: expected one RULEBOOK");
  const edition = readEdition(values.edition);
  const loaded = loadNamed(effects.cwd, named, values.rulebooks);
  if ("findings" in loaded) {
    for (const finding of loaded.findings) effects.err(findingText(finding));
    return 1;
  }
  const law = dayOf(values.at, loaded.rulebook.clock.zone);
  try {
    write(exportDmn(loaded.rulebook, law, edition), values.out, effects);
    return 0;
  } catch (error) {
    if (!(error instanceof DmnError)) throw error;
    effects.err(error.message);
    return 1;
  }
}

function readEdition(text: string): DmnEdition {
  if (Object.hasOwn(dmnEditions, text)) return text as DmnEdition;
  throw new UsageError(`Cannot write DMN "${text}": one of ${Object.keys(dmnEditions).join(", ")} is expected`);
}

function dayOf(at: string | undefined, zone: string): number {
  const epoch = Temporal.PlainDate.from("1970-01-01");
  if (at === undefined) return epoch.until(Temporal.Now.plainDateISO(zone)).days;
  try {
    return epoch.until(Temporal.PlainDate.from(at)).days;
  } catch {
    throw new UsageError(`Cannot read "${at}" as a date: one such as 2025-06-01 is expected`);
  }
}

function write(xml: string, out: string | undefined, effects: Effects): void {
  if (out === undefined) effects.out(xml.trimEnd());
  else writeFileSync(path.resolve(effects.cwd, out), xml);
}
