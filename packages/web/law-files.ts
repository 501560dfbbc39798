import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CheckedRulebook } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import { readZone, type Zone } from "@twinline/zone";
import { parse } from "yaml";

/** The law that comes with the product, one folder a zone. */
export const RULEBOOKS = path.join(import.meta.dirname, "../../rulebooks");

/** The zone's description and every rulebook of it that comes with the product. Throws Error on a rulebook that does not hold. */
export function readLaw(name: string): { readonly zone: Zone; readonly rulebooks: readonly CheckedRulebook[] } {
  const names = globSync(`${name}/*/**/*.{yaml,md}`, { cwd: RULEBOOKS });
  const files = new Map(
    names.map((file) => [file.split(path.sep).join("/"), readFileSync(path.join(RULEBOOKS, file), "utf8")]),
  );
  const zone = readZone(
    parse(readFileSync(path.join(RULEBOOKS, name, "zone.yaml"), "utf8"), { schema: "core", uniqueKeys: true }),
  );
  const wanted = [...files.keys()].filter((file) => file.endsWith(".yaml")).map((file) => file.replace(/\.yaml$/, ""));
  return { zone, rulebooks: wanted.map((one) => loaded(files, one)) };
}

function loaded(files: ReadonlyMap<string, string>, name: string): CheckedRulebook {
  const found = load(files, name);
  if ("rulebook" in found) return found.rulebook;
  throw new Error(`Cannot read the rulebook "${name}": ${found.findings[0]?.sentence ?? "it has faults"}`);
}
