#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { UsageError } from "./command.ts";
import { processEffects } from "./effects.ts";
import { commandNames, findCommand, loadCommand } from "./registry.ts";

// NOTE: stripped and compiled sources are kept between runs; commands load in about half the time.
enableCompileCache();

const effects = processEffects();

async function help(): Promise<void> {
  effects.out("twinline: runs a zone that straddles a border\n");
  for (const name of await commandNames()) {
    const command = await loadCommand(name);
    effects.out(`  twinline ${command.usage}\n      ${command.about}`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === "help" || args[0] === "--help") {
    await help();
    return args.length === 0 ? 2 : 0;
  }
  const found = await findCommand(args);
  if (!found) {
    effects.err(`Cannot find the command "${args.slice(0, 2).join(" ")}": run "twinline help" to see all`);
    return 2;
  }
  if (found.rest.includes("--help")) {
    effects.out(`twinline ${found.command.usage}\n${found.command.about}`);
    return 0;
  }
  try {
    return await found.command.run(found.rest, effects);
  } catch (error) {
    if (
      error instanceof UsageError ||
      (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
    ) {
      effects.err(`${error.message}\nusage: twinline ${found.command.usage}`);
      return 2;
    }
    effects.err(error instanceof Error ? error.message : String(error));
    if (effects.env.TWINLINE_DEBUG) effects.err(error instanceof Error ? (error.stack ?? "") : "");
    return 3;
  }
}

process.exitCode = await main(process.argv.slice(2));
