/**
 * Pins instruments' texts: writes the SHA-256 of every text beside its `text:` line in all rulebooks below this folder.
 * A text that lies beside rulebooks of several folders is the same in all of them; a difference is told and nothing is written.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const textLine = /^(\s*)text: (\S+)\n\s*sha256: \S+$/gm;

const differing = findDifferingTexts();
if (differing.length > 0) {
  process.stderr.write(`Cannot pin the texts: copies differ of ${differing.join(", ")}\n`);
  process.exitCode = 1;
} else {
  for (const file of globSync("**/*.yaml", { cwd: here })) pinTexts(path.join(here, file));
}

function findDifferingTexts(): string[] {
  const hashes = new Map<string, Set<string>>();
  for (const file of globSync("**/instruments/*.md", { cwd: here })) {
    const name = path.basename(file);
    hashes.set(name, (hashes.get(name) ?? new Set()).add(hashOf(path.join(here, file))));
  }
  return [...hashes].filter(([, different]) => different.size > 1).map(([name]) => name);
}

function pinTexts(file: string): void {
  const source = readFileSync(file, "utf8");
  const pinned = source.replace(textLine, (_, indent: string, text: string) => {
    const hash = hashOf(path.join(path.dirname(file), text));
    return `${indent}text: ${text}\n${indent}sha256: ${hash}`;
  });
  if (pinned !== source) writeFileSync(file, pinned);
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
