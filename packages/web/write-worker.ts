import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformWithOxc } from "vite";
import { WEB } from "./entries.ts";

/** Name of the worker below a page's address: its place is its scope. */
export const WORKER = "service-worker.js";
const EMPTY = 'const kept: Kept = { version: "", files: [] };';

/**
 * Writes the service worker of a built page: its source without types and the list of everything the page may load, lazy
 * parts included. The version is a hash over all of it, so a new build is a new worker and a new cache.
 */
export async function writeWorker(folder: string): Promise<void> {
  const files = globSync("**/*.*", { cwd: folder })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file !== "manifest.json" && file !== WORKER)
    .sort();
  const source = readFileSync(path.join(WEB, "src/offline/service-worker.ts"), "utf8");
  if (!source.includes(EMPTY)) throw new Error(`Cannot write the service worker: "${EMPTY}" is not in its source`);
  const hash = createHash("sha256").update(source);
  for (const file of files) hash.update(file).update(readFileSync(path.join(folder, file)));
  const kept = {
    version: hash.digest("hex").slice(0, 16),
    files: files.map((file) => (file === "index.html" ? "./" : `./${file}`)),
  };
  const filled = source.replace(EMPTY, () => `const kept = ${JSON.stringify(kept)};`);
  const { code } = await transformWithOxc(filled, "service-worker.ts", { target: "esnext", sourcemap: false });
  writeFileSync(path.join(folder, WORKER), code.replace(/^export \{\};$/m, ""));
}
