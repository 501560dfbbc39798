import { text } from "node:stream/consumers";
import type { Effects } from "./command.ts";

/** The real world: this process's streams, folder and environment. */
export function processEffects(): Effects {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: () => text(process.stdin),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    isTerminal: process.stderr.isTTY === true,
  };
}
