import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FOUND } from "./trial.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SOURCES = ["packages/zone/src", "chaos/worlds", "chaos/people"];
const WORLDS = 40_000;
const TIME_MAX = 240_000;

/** One defect as a patch of text: in `file`, from the root of the repository, the first `from` becomes `to`. */
export type SeededFault = { readonly name: string; readonly file: string; readonly from: string; readonly to: string };

/** Defects of a kind that ledgers of rights have had; the campaign is to find every one of them. */
export const seededFaults: readonly SeededFault[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "faults.json"), "utf8"),
);

export type Trail = { readonly kind: "found" | "none" | "failed"; readonly told: string };

/** Copies the sources, plants the fault if there is one, and hunts in a process of its own. */
export async function huntIn(fault: SeededFault | undefined, seed: number): Promise<Trail> {
  const copy = mkdtempSync(path.join(tmpdir(), "tww-"));
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
  const target = path.join(copy, file);
  const text = readFileSync(target, "utf8");
  if (!text.includes(from)) return false;
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
  return true;
}

function run(copy: string, seed: number): Promise<Trail> {
  const program = path.join(copy, "chaos/worlds/trial.ts");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, String(seed), String(WORLDS)],
      { timeout: TIME_MAX },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: "none", told: `no broken promise in ${WORLDS} worlds` });
        else if (error.code === FOUND) resolve({ kind: "found", told: stdout.trim() });
        else resolve({ kind: "failed", told: (stderr.trim() || stdout.trim()).slice(0, 500) });
      },
    );
  });
}
