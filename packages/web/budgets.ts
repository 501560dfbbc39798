import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { DIST, entries, type WebEntry } from "./entries.ts";

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

/** What each built page weighs, and which of them weigh too much. A page that is not built is not judged. */
export function checkBudgets(): {
  readonly seen: number;
  readonly lines: readonly string[];
  readonly faults: readonly string[];
} {
  const built = entries.filter(({ name }) => existsSync(path.join(DIST, name, "manifest.json")));
  const weights = built.map((entry) => ({ entry, bytes: firstScreenBytes(entry) }));
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return {
    seen: built.length,
    lines: weights.map(
      ({ entry, bytes }) => `${entry.name}: ${kilobytes(bytes)} of ${kilobytes(entry.budgetBytes)} gzip`,
    ),
    faults: [
      ...weights
        .filter(({ entry, bytes }) => bytes > entry.budgetBytes)
        .map(
          ({ entry, bytes }) => `${entry.name}: ${kilobytes(bytes)} of script, at most ${kilobytes(entry.budgetBytes)}`,
        ),
      ...built.flatMap((entry) => heavyScenes(entry).map((scene) => `${entry.name}: ${scene}`)),
    ],
  };
}

/** Scenes that are fetched later, pictures included, and with the page weigh more than a scene may. */
function heavyScenes({ name, sceneBudgetBytes }: WebEntry): readonly string[] {
  if (sceneBudgetBytes === undefined) return [];
  const folder = path.join(DIST, name);
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as Manifest;
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  return Object.keys(manifest)
    .filter((key) => manifest[key]?.isDynamicEntry)
    .map((scene) => ({ scene, bytes: bytesOf(folder, manifest, [...entries, scene]) }))
    .filter(({ bytes }) => bytes > sceneBudgetBytes)
    .map(({ scene, bytes }) => `${scene} weighs ${(bytes / 1000).toFixed(1)} kB with the page`);
}

/** Gzip bytes of the scripts that the page loads before it works: the entries, the heaviest first scene, and what they import at once. */
function firstScreenBytes({ name, firstScenes = [] }: WebEntry): number {
  const folder = path.join(DIST, name);
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as Manifest;
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const screens = [entries, ...firstScenes.map((scene) => [...entries, scene])];
  return Math.max(...screens.map((keys) => bytesOf(folder, manifest, keys)));
}

function bytesOf(folder: string, manifest: Manifest, keys: readonly string[]): number {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  const scripts = [...files].filter((file) => file.endsWith(".js"));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
}
