/** Writes the SHA-256 of every instrument's text beside its `text:` line, in all rulebooks below this folder. */
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const textLine = /^(\s*)text: (\S+)\n\s*sha256: \S+$/gm;

for (const file of globSync("**/*.yaml", { cwd: import.meta.dirname })) {
  const path = join(import.meta.dirname, file);
  const source = readFileSync(path, "utf8");
  const pinned = source.replace(textLine, (_, indent: string, text: string) => {
    const hash = createHash("sha256")
      .update(readFileSync(join(dirname(path), text)))
      .digest("hex");
    return `${indent}text: ${text}\n${indent}sha256: ${hash}`;
  });
  if (pinned !== source) writeFileSync(path, pinned);
}
