import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SeededFault } from "./faults.ts";
import { FOUND } from "./hunt.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCES = ["packages/rulebook/src", "chaos/rulebook"];
const TIME_MAX = 60_000;

/** What the hunt says of a copy: the first difference, that there is none, or that it could not be run. */
export type Trail = { readonly kind: "found" | "none" | "failed"; readonly told: string };

/** Copies the sources, plants the fault if there is one, and hunts in a process of its own. */
export async function huntIn(fault: SeededFault | undefined, seed: number): Promise<Trail> {
  const copy = mkdtempSync(path.join(tmpdir(), "twr-"));
  try {
    for (const folder of SOURCES) {
      mkdirSync(path.dirname(path.join(copy, folder)), { recursive: true });
      cpSync(path.join(ROOT, folder), path.join(copy, folder), { recursive: true });
    }
    symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
    writeFileSync(path.join(copy, "package.json"), '{"type":"module"}');
    if (fault !== undefined && !plant(copy, fault)) return { kind: "failed", told: "its text is not in the source" };
    return await run(copy, seed);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function plant(copy: string, { file, from, to }: SeededFault): boolean {
  const target = path.join(copy, SOURCES[0]!, file);
  const text = readFileSync(target, "utf8");
  if (!text.includes(from)) return false;
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
  return true;
}

function run(copy: string, seed: number): Promise<Trail> {
  const program = path.join(copy, "chaos/rulebook/hunt.ts");
  return new Promise((resolve) => {
    execFile(process.execPath, [program, String(seed)], { timeout: TIME_MAX }, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "none", told: "no difference" });
      else if (error.killed) resolve({ kind: "found", told: `no answer within ${TIME_MAX} ms` });
      else if (error.code === FOUND) resolve({ kind: "found", told: stdout.trim() });
      else resolve({ kind: "failed", told: stderr.trim().slice(0, 500) });
    });
  });
}
