import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { compileSource } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import { toyRulebooks } from "../../passages/toy-node.fixture.ts";
import { installRulebook } from "../../rulebooks/install.ts";
import type { World } from "../../spine/installed.ts";

const folder = path.resolve(import.meta.dirname, "../../../../../rulebooks");

/** The shipped rules of the road as a node has them, beside the toy law of passages under the zone's name. */
export function roadRulebooks(): World["rulebooks"] {
  const found = globSync("khorgos/cn/**/*.{yaml,md}", { cwd: folder });
  const files = new Map(found.map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
  const loaded = load(files, "khorgos/cn/road");
  if ("findings" in loaded) throw new Error(JSON.stringify(loaded.findings));
  const toys = [...toyRulebooks].map(([name, installed]) => [name.replace("toy", "khorgos"), installed] as const);
  return new Map([...toys, [loaded.rulebook.name, installRulebook(loaded.rulebook, compileSource)]]);
}
