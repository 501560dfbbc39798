import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CheckedRulebook } from "@twinline/rulebook";
import { applyReform, load } from "@twinline/rulebook/load";
import type { GoodsFacts } from "./facts.ts";

const ROOT = path.join(import.meta.dirname, "../../../..");
const LAW = path.join(ROOT, "rulebooks");
export const BASE = "khorgos/cn/departure";

const texts = globSync("khorgos/cn/**/*.{yaml,md}", { cwd: LAW });
const files = new Map(
  texts.map((file) => [file.split(path.sep).join("/"), readFileSync(path.join(LAW, file), "utf8")]),
);

/** The shipped departure law. */
export function loadBase(): CheckedRulebook {
  const loaded = load(files, BASE);
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  return loaded.rulebook;
}

/** The checked-in example of a reform, its base pinned to what the base is now. */
export function exampleReform(): string {
  const hash = createHash("sha256")
    .update(files.get(`${BASE}.yaml`)!)
    .digest("hex");
  return readFileSync(path.join(ROOT, "conformance/replay/allowance-12000.yaml"), "utf8").replace("BASE", hash);
}

/** The base with a reform laid over it. */
export function loadReform(text: string): CheckedRulebook {
  const loaded = applyReform(files, /^reform: (\S+)/.exec(text)![1]!, text);
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  return loaded.rulebook;
}

/** What a zone says of three categories. */
export const goods: GoodsFacts = {
  food: { goods_class: "class_13", never_exempt: false },
  bag: { goods_class: "class_20", never_exempt: false },
  camera: { goods_class: "class_13", never_exempt: true },
};
