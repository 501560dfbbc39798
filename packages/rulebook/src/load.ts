import { createHash } from "node:crypto";
import { checkFiles, type Loaded, type SourceFiles } from "./check-files.ts";
import { flattenFiles } from "./flatten-reform.ts";
import type { Finding } from "./ir/finding.ts";
import { Findings } from "./read/findings.ts";
import { findTestFaults } from "./run/findings.ts";

export type { Loaded, SourceFiles } from "./check-files.ts";
export type { Flattened } from "./flatten-reform.ts";
export { findNear } from "./read/near.ts";

/** Reads, checks and tests the rulebook of a name such as "khorgos/cn/departure". Never throws for what is in a file. */
export function load(files: SourceFiles, name: string): Loaded {
  const checked = checkFiles(files, name, sha256);
  if ("findings" in checked) return checked;
  const { rulebook, warnings } = checked;
  const findings = new Findings();
  for (const finding of [...warnings, ...findTestFaults(rulebook)]) add(findings, finding);
  return findings.passed ? { rulebook, warnings: findings.sorted() } : { findings: findings.sorted() };
}

/**
 * Applies a reform that is not among the files yet to its base, which is: as `load` of the reform with its file
 * added. `name` is the reform's own name.
 */
export function applyReform(files: SourceFiles, name: string, text: string): Loaded {
  return load(new Map([...files, [`${name}.yaml`, text]]), name);
}

/** A reform among the files, written into the text of its base: `flattenFiles` with this package's hash. */
export function flattenReform(files: SourceFiles, name: string): ReturnType<typeof flattenFiles> {
  return flattenFiles(files, name, sha256);
}

function add(findings: Findings, { id, severity, at, sentence }: Finding): void {
  if (severity === "error") findings.error(id, at, sentence);
  else findings.warn(id, at, sentence);
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
