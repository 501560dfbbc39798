import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CheckedRulebook, Finding } from "@twinline/rulebook";
import { findNear, load } from "@twinline/rulebook/load";
import { UsageError } from "./command.ts";

/** The law that comes with the product. */
const SHIPPED = path.resolve(import.meta.dirname, "../../../rulebooks");

/** Files of a folder of law by path below it, as the loader takes them. */
export type LawFiles = ReadonlyMap<string, string>;

/** The folder named, else `rulebooks` where the command runs, else the law that comes with the product. */
export function findLawFolder(cwd: string, named: string | undefined): string {
  if (named !== undefined) {
    const folder = path.resolve(cwd, named);
    if (!existsSync(folder)) throw new UsageError(`Cannot find the folder "${named}"`);
    return folder;
  }
  const here = path.join(cwd, "rulebooks");
  return existsSync(here) ? here : SHIPPED;
}

/** Every rulebook, reform and instrument text below a folder. */
export function readLawFiles(folder: string): LawFiles {
  const files = globSync("**/*.{yaml,md,txt}", { cwd: folder }).sort();
  return new Map(files.map((file) => [file.split(path.sep).join("/"), readFileSync(path.join(folder, file), "utf8")]));
}

/** Names of the rulebooks and reforms among files; other YAML (a zone's own data) is not law. */
export function lawNames(files: LawFiles): string[] {
  return [...files]
    .filter(([file, text]) => file.endsWith(".yaml") && /^(?:rulebook|reform):/m.test(text))
    .map(([file]) => file.slice(0, -".yaml".length));
}

/** The rulebook of a name below a folder of law, or of a file of its own with its instruments beside it. */
export function loadNamed(cwd: string, named: string, folder?: string): LoadedLaw {
  if (named.endsWith(".yaml")) return loadFile(path.resolve(cwd, named));
  const files = readLawFiles(findLawFolder(cwd, folder));
  if (!files.has(`${named}.yaml`)) {
    throw new UsageError(`Cannot find the rulebook "${named}": ${hintOf(named, lawNames(files))}`);
  }
  return load(files, named);
}

function hintOf(named: string, names: readonly string[]): string {
  const near = findNear(named, names);
  return near === undefined ? `there are ${names.join(", ") || "none"}` : `do you mean "${near}"?`;
}

export type LoadedLaw =
  | { readonly rulebook: CheckedRulebook; readonly warnings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

function loadFile(file: string): LoadedLaw {
  if (!existsSync(file)) throw new UsageError(`Cannot find the rulebook file "${file}"`);
  const text = readFileSync(file, "utf8");
  const name = /^(?:rulebook|reform): *(\S+)/m.exec(text)?.[1];
  if (name === undefined) throw new UsageError(`Cannot find "rulebook: NAME" at the head of "${file}"`);
  const beside = readLawFiles(path.dirname(file));
  const folder = path.posix.dirname(name);
  const files = [...beside].map(([each, content]) => [path.posix.join(folder, each), content] as const);
  return load(new Map([...files, [`${name}.yaml`, text]]), name);
}

/** One finding on one line: file:line:column, what it is, and the sentence. */
export function findingText({ at, severity, id, sentence }: Finding): string {
  return `${at.file}:${at.line}:${at.column}: ${severity} ${id}: ${sentence}`;
}
