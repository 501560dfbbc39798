import { readFileSync } from "node:fs";
import path from "node:path";
import type { CheckReport } from "./report.ts";
import { listFiles, ROOT } from "./sources.ts";

type Manifest = Partial<Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>>;

function declared(file: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as Manifest;
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.keys(all).filter((name) => !name.startsWith("@twinline/"));
}

/** One line a dependency in decisions/dependencies.md: what for, licence, who keeps it, what would replace it. */
export function checkDependencies(): CheckReport {
  const files = listFiles(/(^|\/)package\.json$/);
  const register = readFileSync(path.join(ROOT, "decisions/dependencies.md"), "utf8");
  const names = new Set(files.flatMap(declared));
  const faults = [...names]
    .filter((name) => !register.includes(`\`${name}\``))
    .map((name) => `decisions/dependencies.md: no line for "${name}"`);
  const lock = readFileSync(path.join(ROOT, "package-lock.json"), "utf8");
  if (/"resolved": "https?:/.test(lock))
    faults.push("package-lock.json: names a registry host; keep omit-lockfile-registry-resolved");
  return { name: "dependencies", seen: names.size, faults };
}
