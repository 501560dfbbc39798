import path from "node:path";
import { parseArgs } from "node:util";
import { readConfig, StartError, verifierKeys } from "@twinline/server";
import type { Command, Effects, ExitStatus } from "../command.ts";

/** The public half of what signs a zone's journals, to be handed over in person. */
export const command: Command = {
  name: "key",
  usage: "key [--data DIR] [--zone ZONE]",
  about: 'Prints the keys by which receipts and bundles are verified, one a line: a file for "twinline verify --key"',
  run: key,
};

async function key(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const options = { data: { type: "string" }, zone: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { zone, dataFolder } = readConfig(effects.env, values);
  const keys = verifierKeys({ zone, dataFolder: path.resolve(effects.cwd, dataFolder) });
  if (keys.length === 0)
    throw new StartError(
      "key/none",
      `Cannot print a key: no node was ever started in "${dataFolder}"; name its folder with --data`,
    );
  for (const one of keys) effects.out(one);
  return 0;
}
