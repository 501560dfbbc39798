import { createHash } from "node:crypto";
import { checkRulebook } from "./check/rulebook.ts";
import type { Finding } from "./ir/finding.ts";
import { freezeDeep } from "./ir/freeze.ts";
import type { CheckedRulebook } from "./ir/rulebook.ts";
import { Findings } from "./read/findings.ts";
import type { Wordings } from "./read/instruments.ts";
import { findValue } from "./read/node.ts";
import { type Base, layOver } from "./read/reform/reform.ts";
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

/**
 * Applies a reform that is not among the files yet to its base, which is: as `load` of the reform with its file
 * added. `name` is the reform's own name.
 */
export function applyReform(files: SourceFiles, name: string, text: string): Loaded {
  return load(new Map([...files, [`${name}.yaml`, text]]), name);
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
  if (root === undefined) return undefined;
  const isReform = root.kind === "mapping" && findValue(root, "reform") !== undefined;
  const overlaid = isReform ? layOver(root, name, (base) => readBase(files, base, findings), findings) : { root };
  if (overlaid === undefined) return undefined;
  const draft = readRulebook(overlaid.root, name, findWordings(files), findings);
  if (draft === undefined) return undefined;
  const rulebook = checkRulebook(draft, sha256(text), sha256, findings);
  return freezeDeep("origin" in overlaid ? { ...rulebook, reform: overlaid.origin } : rulebook);
}

function readBase(files: SourceFiles, name: string, findings: Findings): Base | undefined {
  const file = findFile(files, name);
  const root = file && readYaml(file, files.get(file)!, findings);
  return root ? { root, hash: sha256(files.get(file)!) } : undefined;
}

/** The file of a name: `<name>.yaml`, or the only one that ends so. */
function findFile(files: SourceFiles, name: string): string | undefined {
  const wanted = `${name}.yaml`;
  if (files.has(wanted)) return wanted;
  const candidates = [...files.keys()].filter((file) => file.endsWith(`/${wanted}`));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Wordings stand beside the file that names them; a reform's own beside the reform. */
function findWordings(files: SourceFiles): Wordings {
  return { find: (path, citing) => files.get(citing.slice(0, citing.lastIndexOf("/") + 1) + path), sha256 };
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
