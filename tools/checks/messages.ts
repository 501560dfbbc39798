import { readFileSync } from "node:fs";
import path from "node:path";
import type { CheckReport } from "./report.ts";
import { listFiles, ROOT } from "./sources.ts";

const languages = ["zh", "kk", "ru", "en"] as const;
type Catalogue = Readonly<Record<string, string>>;

function argumentsOf(message: string): string {
  return [...new Set([...message.matchAll(/\{\s*([a-zA-Z0-9_]+)/g)].map((match) => match[1]!))].sort().join(",");
}

function comparedFaults(folder: string, name: string, catalogue: Catalogue, english: Catalogue): readonly string[] {
  const missing = Object.keys(english).filter((key) => !(key in catalogue));
  const extra = Object.keys(catalogue).filter((key) => !(key in english));
  const empty = Object.keys(catalogue).filter((key) => catalogue[key]?.trim() === "");
  const unlike = Object.keys(english).filter(
    (key) => key in catalogue && argumentsOf(catalogue[key]!) !== argumentsOf(english[key]!),
  );
  const line = (keys: readonly string[], what: string): readonly string[] =>
    keys.map((key) => `${folder}/${name}.json: "${key}" ${what}`);
  return [
    ...line(missing, "is missing"),
    ...line(extra, "is not in en.json"),
    ...line(empty, "is empty"),
    ...line(unlike, "has other arguments than en.json"),
  ];
}

/** Each folder with an en.json next to zh, kk or ru is a message catalogue: same keys, same arguments, nothing empty. */
export function checkMessages(): CheckReport {
  const folders = listFiles(/^packages\/.*\/en\.json$/).map((file) => path.posix.dirname(file));
  let seen = 0;
  const faults = folders.flatMap((folder) => {
    const read = (name: string): Catalogue =>
      JSON.parse(readFileSync(path.join(ROOT, folder, `${name}.json`), "utf8")) as Catalogue;
    const english = read("en");
    seen += Object.keys(english).length;
    return languages.flatMap((name) => comparedFaults(folder, name, read(name), english));
  });
  return { name: "messages", seen, faults };
}
