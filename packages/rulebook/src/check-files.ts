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

/** Source files by path, as texts: rulebooks `<name>.yaml`, and instruments' wordings by their path beside them. */
export type SourceFiles = ReadonlyMap<string, string>;

/** A rulebook that passed every check, with what is worth a warning; or all findings, at least one an error. */
export type Loaded =
  | { readonly rulebook: CheckedRulebook; readonly warnings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export type TextHasher = (text: string) => string;

/**
 * Reads and checks the rulebook of a name, or the reform with its base, but does not run its examples: for editors, which
 * show an example that fails beside what it gives (`runTests`). Runs in a browser, with the caller's hash. Never throws for
 * what is in a file.
 */
export function checkFiles(files: SourceFiles, name: string, sha256: TextHasher): Loaded {
  const findings = new Findings();
  const rulebook = check(files, name, sha256, findings);
  if (rulebook === undefined || !findings.passed) return { findings: findings.sorted() };
  return { rulebook, warnings: findings.sorted() };
}

function check(files: SourceFiles, name: string, sha256: TextHasher, findings: Findings): CheckedRulebook | undefined {
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
  const findBase = (base: string) => readBase(files, base, sha256, findings);
  const overlaid = isReform ? layOver(root, name, findBase, findings) : { root };
  if (overlaid === undefined) return undefined;
  const draft = readRulebook(overlaid.root, name, findWordings(files, sha256), findings);
  if (draft === undefined) return undefined;
  const rulebook = checkRulebook(draft, sha256(text), sha256, findings);
  return freezeDeep("origin" in overlaid ? { ...rulebook, reform: overlaid.origin } : rulebook);
}

function readBase(files: SourceFiles, name: string, sha256: TextHasher, findings: Findings): Base | undefined {
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
function findWordings(files: SourceFiles, sha256: TextHasher): Wordings {
  return { find: (path, citing) => files.get(citing.slice(0, citing.lastIndexOf("/") + 1) + path), sha256 };
}
