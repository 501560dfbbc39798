import { existsSync } from "node:fs";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, type Plugin } from "vite";
import { DIST, entries, sourceOf, WEB, type WebEntry } from "./entries.ts";
import { prerenderVisitor } from "./prerender.ts";
import { writeWorker } from "./write-worker.ts";

/** Keeps the messages of one page: a catalogue holds every page's, and none carries the others'. */
function ownMessages(first: readonly string[]): Plugin {
  const folder = path.join(WEB, "src/messages");
  return {
    name: "twinline:own-messages",
    enforce: "pre",
    transform(code, id) {
      const file = id.split("?")[0] ?? "";
      if (path.dirname(file) !== folder || !file.endsWith(".json")) return undefined;
      const all = Object.entries(JSON.parse(code) as Record<string, string>);
      const own = all.filter(([key]) => first.some((part) => key === part || key.startsWith(`${part}.`)));
      return { code: JSON.stringify(Object.fromEntries(own)), map: null };
    },
  };
}

/**
 * Vite's settings for one page. Everything is a file of its own below the page's address: the policy of the pages allows no
 * inline script or style and no data address.
 */
export function configOf(entry: WebEntry, root: string, outDir: string, base: string): InlineConfig {
  return {
    root,
    base,
    configFile: false,
    logLevel: "warn",
    plugins: [react(), ownMessages(entry.messages)],
    json: { stringify: false, namedExports: false },
    build: {
      outDir,
      emptyOutDir: true,
      target: "esnext",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: "manifest.json",
      reportCompressedSize: false,
      // NOTE: weight is judged by budgets.ts, in gzip bytes of what a page loads before it works.
      chunkSizeWarningLimit: 2_000,
    },
  };
}

/** Builds every page whose sources are there into dist/<name>/ and tells their names. Throws what Vite throws. */
export async function buildWeb(say: (line: string) => void = () => undefined): Promise<readonly string[]> {
  const present = entries.filter((entry) => existsSync(path.join(sourceOf(entry), "index.html")));
  for (const entry of present) {
    const folder = path.join(DIST, entry.name);
    await build(configOf(entry, sourceOf(entry), folder, `/${entry.name}/`));
    if (entry.keeps) await writeWorker(folder);
    if (entry.name === "visitor") prerenderVisitor(folder, Temporal.Now.plainDateISO());
    say(`built ${entry.name}`);
  }
  return present.map(({ name }) => name);
}

/** Builds the stories of one page into a folder of the caller's: for pictures and for the eye, never for the product. */
export async function buildStories(name: WebEntry["name"], outDir: string): Promise<void> {
  const entry = entries.find((one) => one.name === name)!;
  const config = configOf(entry, sourceOf(entry), outDir, "/");
  const input = path.join(sourceOf(entry), "stories.html");
  await build({ ...config, build: { ...config.build, rolldownOptions: { input } } });
}

if (import.meta.main) {
  await buildWeb((line) => console.log(line));
  const { checkBudgets } = await import("./budgets.ts");
  const { lines, faults } = checkBudgets();
  for (const line of [...lines, ...faults]) console.log(line);
  if (faults.length > 0) process.exitCode = 1;
}
