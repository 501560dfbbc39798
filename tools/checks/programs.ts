import { spawnSync } from "node:child_process";
import path from "node:path";
import type { CheckReport } from "./report.ts";
import { ROOT } from "./sources.ts";

function run(name: string, program: string, args: readonly string[], seenPattern: RegExp): CheckReport {
  const done = spawnSync(path.join(ROOT, "node_modules/.bin", program), args, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  const output = `${done.stdout ?? ""}${done.stderr ?? ""}`;
  const seen = Number(seenPattern.exec(output)?.[1] ?? 0);
  return { name, seen, faults: done.status === 0 ? [] : [done.error?.message ?? output.trim()] };
}

/** TypeScript 7 over everything but the screens, then over the screens, which know a browser. */
export function checkTypes(): readonly CheckReport[] {
  const files = /Files:\s+(\d+)/;
  return [
    run("types", "tsc", ["--noEmit", "--diagnostics", "-p", "."], files),
    run("types of the screens", "tsc", ["--noEmit", "--diagnostics", "-p", "packages/web"], files),
  ];
}

/** Lint and format in one pass. */
export function checkStyle(): CheckReport {
  return run("lint and format", "biome", ["check", "--error-on-warnings", "."], /Checked (\d+) files/);
}
