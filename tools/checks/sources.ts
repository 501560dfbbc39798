import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export type Source = { readonly path: string; readonly text: string };

/** Files under version control or new and not ignored, whose path matches; paths are relative to the root. */
export function listFiles(pattern: RegExp): readonly string[] {
  const out = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return out.split("\n").filter((file) => pattern.test(file) && existsSync(path.join(ROOT, file)));
}

export function readSource(file: string): Source {
  return { path: file, text: readFileSync(path.join(ROOT, file), "utf8") };
}

/** Every TypeScript file that we wrote. */
export function typescriptSources(): readonly Source[] {
  return listFiles(/^(packages|tools|e2e|bench|chaos)\/.*\.tsx?$/).map(readSource);
}
