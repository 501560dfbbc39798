import { text } from "node:stream/consumers";
import type { Effects } from "./command.ts";

/** The real world: this process's streams, folder and environment. */
export function processEffects(): Effects {
  process.stdout.on("error", endWithReader);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: () => text(process.stdin),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    isTerminal: process.stderr.isTTY === true,
  };
}

/** Who reads the output has read enough, as \`head\` has: that is no failure. */
function endWithReader(error: Error & { readonly code?: string }): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}
