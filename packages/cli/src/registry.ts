import { readdir } from "node:fs/promises";
import type { Command } from "./command.ts";

const COMMANDS = new URL("commands/", import.meta.url);

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "name" in value && "run" in value;
}

/** File names spell the command: traffic-generate.ts is `twinline traffic generate`. A new command is a new file. */
export async function commandNames(): Promise<readonly string[]> {
  const files = await readdir(COMMANDS);
  return files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3).replaceAll("-", " "))
    .sort();
}

/** The command whose words begin `args`, the longest first, with the arguments that are left; undefined if none. */
export async function findCommand(
  args: readonly string[],
): Promise<{ command: Command; rest: readonly string[] } | undefined> {
  const names = new Set(await commandNames());
  for (const words of [2, 1]) {
    // A word may itself be of several: `rulebook language-server`.
    const name = args.slice(0, words).join(" ").replaceAll("-", " ");
    if (args.length < words || !names.has(name)) continue;
    return { command: await loadCommand(name), rest: args.slice(words) };
  }
  return undefined;
}

/** Only the file of the command that is asked for is loaded, so that `decide` does not pay for the server. */
export async function loadCommand(name: string): Promise<Command> {
  const module: Record<string, unknown> = await import(new URL(`${name.replaceAll(" ", "-")}.ts`, COMMANDS).href);
  if (!isCommand(module.command)) throw new Error(`commands/${name} exports no command`);
  return module.command;
}
