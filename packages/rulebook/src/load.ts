import { createHash } from "node:crypto";
import { checkRulebook } from "./check/rulebook.ts";
import type { Finding } from "./ir/finding.ts";
import { freezeDeep } from "./ir/freeze.ts";
import type { CheckedRulebook } from "./ir/rulebook.ts";
import { Findings } from "./read/findings.ts";
import type { Wordings } from "./read/instruments.ts";
import { readRulebook } from "./read/rulebook.ts";
import { readYaml } from "./read/yaml.ts";
import { findTestFaults } from "./run/findings.ts";

/** Source files by path, as texts: rulebooks `<name>.yaml`, and instruments' wordings by their path beside them. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A rulebook that passed every check, with what is worth a warning; or all findings, at least one an error. */
export type Loaded =
  | { readonly rulebook: CheckedRulebook; readonly warnings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

/** Reads, checks and tests the rulebook of a name such as "khorgos/cn/departure". Never throws for what is in a file. */
export function load(files: SourceFiles, name: string): Loaded {
  const findings = new Findings();
  const rulebook = check(files, name, findings);
  if (rulebook === undefined || !findings.passed) return { findings: findings.sorted() };
  const faults = findTestFaults(rulebook);
  for (const { id, severity, at, sentence } of faults) {
    if (severity === "error") findings.error(id, at, sentence);
    else findings.warn(id, at, sentence);
  }
  return findings.passed ? { rulebook, warnings: findings.sorted() } : { findings: findings.sorted() };
}

function check(files: SourceFiles, name: string, findings: Findings): CheckedRulebook | undefined {
  const file = findFile(files, name);
  if (file === undefined) {
    const at = { file: `${name}.yaml`, line: 1, column: 1 };
    findings.error("file/absent", at, `Cannot find the rulebook "${name}": there is no file "${name}.yaml"`);
    return undefined;
  }
  const text = files.get(file)!;
  const root = readYaml(file, text, findings);
  const draft = root && readRulebook(root, name, wordingsBeside(files, file), findings);
  return draft && freezeDeep(checkRulebook(draft, sha256(text), sha256, findings));
}

/** The file of a name: `<name>.yaml`, or the only one that ends so. */
function findFile(files: SourceFiles, name: string): string | undefined {
  const wanted = `${name}.yaml`;
  if (files.has(wanted)) return wanted;
  const candidates = [...files.keys()].filter((file) => file.endsWith(`/${wanted}`));
  return candidates.length === 1 ? candidates[0] : undefined;
}

function wordingsBeside(files: SourceFiles, file: string): Wordings {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return { find: (path) => files.get(folder + path), sha256 };
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
