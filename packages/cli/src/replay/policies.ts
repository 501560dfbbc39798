import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { GoodsFacts } from "@twinline/insight";
import type { CheckedRulebook, Finding } from "@twinline/rulebook";
import { applyReform, load } from "@twinline/rulebook/load";
import { readZone } from "@twinline/zone";
import { parse } from "yaml";
import { UsageError } from "../command.ts";
import { findLawFolder, readLawFiles } from "../rulebook-files.ts";

/** Both rulebooks of a replay and what the zone says of goods; or why the law does not hold. */
export type Policies =
  | { readonly base: CheckedRulebook; readonly reform: CheckedRulebook; readonly goods: GoodsFacts }
  | { readonly findings: readonly Finding[] };

/** Loads the base by the name the reform gives it, and applies the reform's file to it. */
export function loadPolicies(cwd: string, reformFile: string, rulebook?: string, folder?: string): Policies {
  const file = path.resolve(cwd, reformFile);
  if (!existsSync(file)) throw new UsageError(`Cannot find the reform "${reformFile}"`);
  const text = readFileSync(file, "utf8");
  const name = /^reform: *(\S+)/m.exec(text)?.[1];
  const baseName = /^base: *([^@\s]+)/m.exec(text)?.[1];
  if (name === undefined || baseName === undefined)
    throw new UsageError(`Cannot find "reform: NAME" and "base: NAME@sha256:HASH" at the head of "${reformFile}"`);
  if (rulebook !== undefined && rulebook !== baseName)
    throw new UsageError(`Cannot replay "${rulebook}": the reform is of "${baseName}"`);
  const law = findLawFolder(cwd, folder);
  const files = new Map([...readLawFiles(law), ...textsBeside(file, name)]);
  const base = load(files, baseName);
  if ("findings" in base) return base;
  const reform = applyReform(files, name, text);
  if ("findings" in reform) return reform;
  return { base: base.rulebook, reform: reform.rulebook, goods: goodsOf(law, baseName) };
}

/** Instruments' texts that lie beside the reform, under the folder of its name. */
function textsBeside(file: string, name: string): readonly (readonly [string, string])[] {
  const folder = path.join(path.dirname(file), "instruments");
  if (!existsSync(folder)) return [];
  const under = path.posix.join(path.posix.dirname(name), "instruments");
  return [...readLawFiles(folder)].map(([each, text]) => [path.posix.join(under, each), text]);
}

/** What the zone of a rulebook says of each category; nothing when the zone has no file. */
function goodsOf(law: string, rulebook: string): GoodsFacts {
  const file = path.join(law, rulebook.split("/")[0]!, "zone.yaml");
  if (!existsSync(file)) return {};
  const zone = readZone(parse(readFileSync(file, "utf8"), { schema: "core", uniqueKeys: true }));
  return Object.fromEntries(zone.goods.map(({ code, facts }) => [code, facts]));
}
