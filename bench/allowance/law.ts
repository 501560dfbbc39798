import { readFileSync } from "node:fs";
import type { CheckedRulebook } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";

const NAME = "bench/allowance";

/** The rules of the benchmark, checked. */
export function loadAllowance(): CheckedRulebook {
  const text = readFileSync(`${import.meta.dirname}/allowance.yaml`, "utf8");
  const loaded = load(new Map([[`${NAME}.yaml`, text]]), NAME);
  if ("rulebook" in loaded) return loaded.rulebook;
  throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
}
