import path from "node:path";
import { parseArgs } from "node:util";
import { BackupError, readConfig, restoreBackup } from "@twinline/server";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

/** A backup laid into a new folder and proved; the folder can be started then. */
export const command: Command = {
  name: "restore",
  usage: "restore BACKUP --data DIR [--zone ZONE]",
  about: "Lays a backup into a new data folder and proves it: every file, every link of each chain, all state",
  run: restore,
};

async function restore(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: { type: "string" }, zone: { type: "string" } },
    allowPositionals: true,
  });
  const [from, ...more] = positionals;
  if (from === undefined || more.length > 0) throw new UsageError("Cannot restore: expected one BACKUP");
  if (values.data === undefined) throw new UsageError("Cannot restore: name a new folder with --data");
  const began = performance.now();
  try {
    const sides = await restoreBackup({
      from: path.resolve(effects.cwd, from),
      config: { ...readConfig(effects.env, values), dataFolder: path.resolve(effects.cwd, values.data) },
      progress: effects.err,
    });
    for (const { side, entries, hash } of sides)
      effects.out(`${side}: ${entries} entries, chain and state hold, ${hash}`);
    effects.out(`restored and proved in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    return 0;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    effects.err(error.message);
    return 1;
  }
}
