import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { CheckedRulebook } from "@twinline/rulebook";
import { applyReform, load } from "@twinline/rulebook/load";

const LAW = path.join(import.meta.dirname, "../allowance/allowance.yaml");

/** The benchmark's rulebook and a reform of it. */
export function loadPolicies(): { readonly base: CheckedRulebook; readonly reform: CheckedRulebook } {
  const text = readFileSync(LAW, "utf8");
  const files = new Map([["bench/allowance.yaml", text]]);
  const draft = readFileSync(path.join(import.meta.dirname, "reform.yaml"), "utf8");
  const hash = createHash("sha256").update(text).digest("hex");
  return {
    base: held(load(files, "bench/allowance")),
    reform: held(applyReform(files, "bench/allowance-2027", draft.replace("BASE", hash))),
  };
}

function held(loaded: ReturnType<typeof load>): CheckedRulebook {
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  return loaded.rulebook;
}
