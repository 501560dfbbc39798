import { sha256 } from "@twinline/journal/web";
import { type CheckedRulebook, type Citation, runTests, type TestRun } from "@twinline/rulebook";

/** A rulebook as the node gave it: its files by path, what they mean to its checker, and what it decides of its own examples. */
export type Law = {
  readonly files: ReadonlyMap<string, string>;
  readonly rulebook: CheckedRulebook;
  readonly runs: readonly TestRun[];
};

/** A checked rulebook with the files it was checked from. Throws Error when these are other words than it pins. */
export function lawOf(rulebook: CheckedRulebook, files: ReadonlyMap<string, string>): Law {
  if (hashText(files.get(pathOf(rulebook.name)) ?? "") === rulebook.hash)
    return { files, rulebook, runs: runTests(rulebook) };
  throw new Error(`Cannot open the rulebook "${rulebook.name}": its file has another hash`);
}

/** SHA-256 of a text's UTF-8 bytes in hex, as it names a rulebook. */
export function hashText(text: string): string {
  return sha256(new TextEncoder().encode(text)).toHex();
}

/** Path of a rulebook's own file. */
export function pathOf(name: string): string {
  return `${name}.yaml`;
}

/** What is held of a cited provision; `head` is what the file says of itself, its confidence included. */
export type Provision = { readonly title: string; readonly head: string; readonly text: string | undefined };

/** The provision in the held text of its instrument; undefined when no text is held. */
export function findProvision({ files, rulebook }: Law, { instrument, provision }: Citation): Provision | undefined {
  const path = rulebook.instruments.find(({ id }) => id === instrument)?.text;
  const folder = rulebook.name.slice(0, rulebook.name.lastIndexOf("/") + 1);
  const held = path === undefined ? undefined : (files.get(folder + path) ?? findEnding(files, path));
  if (held === undefined) return undefined;
  const [first = "", ...parts] = held.split(/^## /m);
  const [title = "", ...head] = first.trim().split("\n");
  const part = parts.find((one) => one.slice(0, one.indexOf("\n")).trim() === provision);
  return {
    title: title.replace(/^#\s*/, ""),
    head: head.join("\n").trim(),
    text: part?.slice(part.indexOf("\n")).trim(),
  };
}

/** A reform has another name than its base, but the same texts. */
function findEnding(files: Law["files"], path: string): string | undefined {
  return [...files].find(([file]) => file.endsWith(`/${path}`))?.[1];
}
