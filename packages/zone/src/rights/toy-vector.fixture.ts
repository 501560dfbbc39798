import type { CheckedRulebook, Counter, Decide } from "@twinline/rulebook";
import type { DecisionRecord } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";

/** An invented law with a vector of limits: value and mass a day, and what is above them within one exit. */
export const vectorLaw = { value: 100, mass: 20 };

const at = { file: "toy.yaml", line: 1, column: 1 };

function counter(name: string, per: Counter["per"]): Counter {
  return {
    name,
    kind: "feedback",
    type: { kind: "integer" },
    measure: { kind: "count" },
    per,
    range: { min: 0, max: 1_000_000 },
    source: [],
    definition: `definition-of-${name}`,
    at,
  } as Counter;
}

const output: { readonly [counter: string]: string } = {
  value: "free",
  mass: "free_mass",
  lines: "carries",
  excess: "excess",
  row: "carries",
};

const decide: Decide = ({ goods_value, goods_mass }, before) => {
  if (before.value === undefined || before.mass === undefined)
    return { kind: "unanswerable", reason: "counter-unavailable", name: "value" };
  const [value, mass] = [Number(goods_value), Number(goods_mass)];
  const free = Math.min(value, Math.max(0, vectorLaw.value - Number(before.value)));
  const free_mass = Math.min(mass, Math.max(0, vectorLaw.mass - Number(before.mass)));
  const outputs = {
    verdict: "admit",
    reason: "ok",
    free,
    free_mass,
    excess: value - free,
    carries: value + mass > 0 ? 1 : 0,
  };
  const trace = { values: [], rows: [], counters: [], versions: { parameters: [], rules: [] } };
  return { kind: "decided", outputs, trace };
};

/** The toy law, ready to decide. */
export const toyVector: Installed = {
  rulebook: {
    name: "toy/cn/departure",
    hash: "toy",
    outputs: ["verdict", "reason", "free", "free_mass", "excess", "carries"],
    counters: [
      counter("value", ["person", "legal_day"]),
      counter("mass", ["person", "legal_day"]),
      counter("lines", ["person", "legal_month"]),
      counter("excess", ["person", "passage"]),
      counter("row", ["person", "passage"]),
    ],
    facts: [],
    parameters: [],
    codes: [],
    rules: [],
  } as unknown as CheckedRulebook,
  decide,
  amountOf: ({ name }: Counter, { outputs }: DecisionRecord) => Number(outputs[output[name]!]),
};
