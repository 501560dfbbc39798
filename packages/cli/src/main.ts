#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { processEffects } from "./effects.ts";
import { tellFailure } from "./failure.ts";
import { commandNames, findCommand, loadCommand } from "./registry.ts";
import { tellUnknown } from "./unknown-command.ts";

// NOTE: stripped and compiled sources are kept between runs; commands load in about half the time.
enableCompileCache();

const effects = processEffects();

async function help(words: readonly string[]): Promise<number> {
  const named = words.length === 0 ? undefined : await findCommand(words);
  if (named !== undefined) {
    effects.out(`twinline ${named.command.usage}\n${named.command.about}`);
    return 0;
  }
  if (words.length > 0) return await unknown(words);
  effects.out("twinline: runs a zone that straddles a border\n");
  for (const name of await commandNames()) {
    const command = await loadCommand(name);
    effects.out(`  twinline ${command.usage}\n      ${command.about}`);
  }
  return 0;
}

async function unknown(words: readonly string[]): Promise<number> {
  effects.err(await tellUnknown(words, await commandNames()));
  return 2;
}

async function main([first, ...others]: readonly string[]): Promise<number> {
  if (first === undefined) {
    await help([]);
    return 2;
  }
  if (first === "help" || first === "--help") return await help(others);
  const found = await findCommand([first, ...others]);
  if (found === undefined) return await unknown([first, ...others]);
  const { command, rest } = found;
  if (rest.includes("--help")) {
    effects.out(`twinline ${command.usage}\n${command.about}`);
    return 0;
  }
  try {
    return await command.run(rest, effects);
  } catch (error) {
    const beside = (await commandNames()).filter((name) => name.startsWith(`${command.name} `));
    const { status, lines } = tellFailure(error, command, beside);
    for (const line of lines) effects.err(line);
    if (status === 3 && effects.env.TWINLINE_DEBUG && error instanceof Error) effects.err(error.stack ?? "");
    return status;
  }
}

process.exitCode = await main(process.argv.slice(2));
