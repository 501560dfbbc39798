import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Packages whose sources end up in the screens. */
const PARTS = ["web", "api", "zone", "rulebook", "journal"] as const;
const LEFT_OUT = new Set(["node_modules", "dist", ".cache"]);
const WORDS_MAX = 2_000;

/** Folder of the built screens inside the repository. */
export function siteFolder(repository: string): string {
  return path.join(repository, "packages", "web", "dist");
}

/** Whether a screen is missing or older than a source it may be made from. */
export function isStale(repository: string): boolean {
  const sources = path.join(repository, "packages", "web", "src");
  const pages = fs.existsSync(sources)
    ? fs.readdirSync(sources).filter((name) => fs.existsSync(path.join(sources, name, "index.html")))
    : [];
  const built = pages.map((name) => changedAt(path.join(siteFolder(repository), name, "index.html")));
  const changed = Math.max(0, ...PARTS.map((part) => newestSource(path.join(repository, "packages", part))));
  return built.some((at) => at < changed);
}

/** Builds the screens in a process of its own, which gives its memory back. @throws Error with the build's last words */
export async function buildScreens(repository: string): Promise<void> {
  const module = pathToFileURL(path.join(repository, "packages", "web", "build.ts")).href;
  const script = `const { buildWeb } = await import(${JSON.stringify(module)}); await buildWeb();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-WORDS_MAX);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const [status] = (await once(child, "close")) as [number | null];
  if (status !== 0) throw new Error(`Cannot build the screens: ${said.trim()}`);
}

/** Time of the last change of a file, ms since the epoch; 0 when there is none. */
function changedAt(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Time of the last change of a source below a folder; tests are no sources of a screen. */
function newestSource(folder: string): number {
  if (!fs.existsSync(folder)) return 0;
  let last = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) last = Math.max(last, LEFT_OUT.has(entry.name) ? 0 : newestSource(at));
    else if (!entry.name.includes(".test.")) last = Math.max(last, changedAt(at));
  }
  return last;
}
