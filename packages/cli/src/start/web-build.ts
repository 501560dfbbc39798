import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";

/** Packages whose sources end up in the screens. */
const PARTS = ["web", "api", "zone", "rulebook", "journal"] as const;
const LEFT_OUT = new Set(["node_modules", "dist", ".cache"]);

/** Folder of the built screens inside the repository. */
export function siteFolder(repository: string): string {
  return path.join(repository, "packages", "web", "dist");
}

/** Whether the screens are missing or older than a source they are made from. */
export function isStale(repository: string): boolean {
  const built = newest(siteFolder(repository), () => true);
  if (built === 0) return true;
  return PARTS.some((part) => newest(path.join(repository, "packages", part), isSource) > built);
}

/** Builds the screens in a process of its own, which gives its memory back. @throws Error with the build's last words */
export async function buildScreens(repository: string): Promise<void> {
  const script = path.join(repository, "packages", "web", "build.ts");
  if (!fs.existsSync(script)) throw new Error(`Cannot build the screens: "${script}" is not there`);
  const child = spawn(process.execPath, [script], { cwd: repository, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-WORDS_MAX);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const [status] = (await once(child, "close")) as [number | null];
  if (status !== 0) throw new Error(`Cannot build the screens: ${said.trim()}`);
}

const WORDS_MAX = 2_000;

/** Time of the last change below a folder, ms since the epoch; 0 when there is nothing. */
function newest(folder: string, counts: (name: string) => boolean): number {
  if (!fs.existsSync(folder)) return 0;
  let last = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) last = Math.max(last, LEFT_OUT.has(entry.name) ? 0 : newest(at, counts));
    else if (counts(entry.name)) last = Math.max(last, fs.statSync(at).mtimeMs);
  }
  return last;
}

function isSource(name: string): boolean {
  return !name.includes(".test.");
}
