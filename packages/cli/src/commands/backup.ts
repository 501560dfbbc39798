import path from "node:path";
import { parseArgs } from "node:util";
import { readConfig, takeBackup } from "@twinline/server";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

/** A copy of a zone's data folder that can be restored, made beside running nodes. */
export const command: Command = {
  name: "backup",
  usage: "backup --out DIR [--data DIR] [--zone ZONE]",
  about: "Copies database and keys of all sides while they go on deciding; whoever holds the copy can open the vault",
  run: backup,
};

async function backup(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: "string" }, data: { type: "string" }, zone: { type: "string" } },
  });
  const { out, ...flags } = values;
  if (out === undefined) throw new UsageError("Cannot back up: name a new folder with --out");
  const config = readConfig(effects.env, flags);
  const to = path.resolve(effects.cwd, out);
  const { files, journals } = await takeBackup({
    config: { ...config, dataFolder: path.resolve(effects.cwd, config.dataFolder) },
    to,
    now: () => Temporal.Now.instant(),
  });
  for (const { side, number, hash } of journals) effects.out(`${side} to entry ${number} ${hash}`);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  effects.out(`${files.length} files, ${Math.ceil(bytes / 1_000_000)} MB in ${to}; prove it with "twinline restore"`);
  return 0;
}
