import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../checks/sources.ts";
import { FOUND } from "./found.ts";

/** One defect as a patch of text: in `file`, the first `from` becomes `to`. */
export type SeededFault = { readonly name: string; readonly file: string; readonly from: string; readonly to: string };

/** What the hunt says of a copy: what broke first, that nothing did, or that it could not be run. */
export type Trail = { readonly kind: "found" | "none" | "failed"; readonly told: string };

const TOLD_CHARS_MAX = 500;

export type Hunting = {
  /** Folders of the repository that the copy needs. The program says FOUND by its status. */
  readonly sources: readonly string[];
  /** Where the faults' files are named from. */
  readonly within: string;
  /** Program of the copy and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
  readonly timeMs: number;
  /** Whether a copy that does not end shows its fault by that. */
  readonly endlessIsFound: boolean;
};

/** Copies the sources, plants the fault if there is one, and hunts in a process of its own. */
export async function huntPlanted(fault: SeededFault | undefined, hunting: Hunting): Promise<Trail> {
  const copy = mkdtempSync(path.join(tmpdir(), "twf-"));
  try {
    for (const folder of [...hunting.sources, "tools/campaign/found.ts"]) {
      mkdirSync(path.dirname(path.join(copy, folder)), { recursive: true });
      cpSync(path.join(ROOT, folder), path.join(copy, folder), { recursive: true });
    }
    symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
    writeFileSync(path.join(copy, "package.json"), '{"type":"module"}');
    if (fault !== undefined && !plant(path.join(copy, hunting.within, fault.file), fault))
      return { kind: "failed", told: "its text is not in the source" };
    return await run(path.join(copy, hunting.program), hunting);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function plant(target: string, { from, to }: SeededFault): boolean {
  const text = readFileSync(target, "utf8");
  if (!text.includes(from)) return false;
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
  return true;
}

function run(program: string, { args, timeMs, endlessIsFound }: Hunting): Promise<Trail> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { timeout: timeMs }, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: "none", told: stdout.trim() || "no difference" });
      else if (error.killed && endlessIsFound) resolve({ kind: "found", told: `no answer within ${timeMs} ms` });
      else if (error.code === FOUND) resolve({ kind: "found", told: stdout.trim() });
      else resolve({ kind: "failed", told: (stderr.trim() || stdout.trim()).slice(0, TOLD_CHARS_MAX) });
    });
  });
}
