import type { CheckedRulebook, Counter, Decide } from "@twinline/rulebook";
import type { DecisionRecord } from "../../packages/zone/src/spine/decision.ts";
import type { Installed } from "../../packages/zone/src/spine/installed.ts";

/** An invented law with a vector of limits a person and legal day: value and mass. Small, so that worlds meet it soon. */
export const caps = { value: 100, mass: 40 };
export const STAY_DAYS = 30;

const at = { file: "worlds.yaml", line: 1, column: 1 };
const texts = { zh: "x", kk: "x", ru: "x", en: "x" };

function fact(name: string, kind: string) {
  return { name, type: { kind, digits: 2, unit: "g", list: name }, optional: false, of: "event", label: texts, at };
}

function counter(name: string, per: Counter["per"], max: number): Counter {
  const range = { min: 0, max };
  return {
    name,
    kind: "feedback",
    type: { kind: "integer" },
    measure: { kind: "count" },
    per,
    range,
    source: [],
    definition: `definition-of-${name}`,
    at,
  } as Counter;
}

const decideArrival: Decide = ({ inside }) =>
  decided({
    verdict: inside === true ? "refer" : "admit",
    reason: inside === true ? "inside" : "ok",
    stay_days_allowed: STAY_DAYS,
  });

const decideDeparture: Decide = ({ goods_value, goods_mass }, before) => {
  const [value, mass] = [Number(goods_value), Number(goods_mass)];
  const free = Math.min(value, Math.max(0, caps.value - Number(before.value)));
  const free_mass = Math.min(mass, Math.max(0, caps.mass - Number(before.mass)));
  return decided({ verdict: "admit", reason: "ok", free, free_mass, excess: value - free });
};

function decided(outputs: Record<string, string | number>) {
  const trace = { values: [], rows: [], counters: [], versions: { parameters: [], rules: [] } };
  return { kind: "decided" as const, outputs, trace };
}

const adds: { readonly [counter: string]: string } = { value: "free", mass: "free_mass", excess: "excess" };

function install(
  name: string,
  facts: readonly object[],
  counters: readonly Counter[],
  outputs: string[],
  decide: Decide,
): Installed {
  const data = {
    name: `toy/cn/${name}`,
    hash: name,
    decides: name,
    facts,
    counters,
    codes: [],
    parameters: [],
    rules: [],
    outputs,
  };
  return {
    rulebook: data as unknown as CheckedRulebook,
    decide,
    amountOf: ({ name: counted }: Counter, { outputs: out }: DecisionRecord) =>
      out.verdict === "admit" ? Number(out[adds[counted]!] ?? 0) : undefined,
  };
}

export const departure = install(
  "departure",
  [fact("inside", "boolean"), fact("goods_value", "money"), fact("goods_mass", "quantity")],
  [
    counter("value", ["person", "legal_day"], 250),
    counter("mass", ["person", "legal_day"], 250),
    counter("excess", ["person", "passage"], 100_000),
  ],
  ["verdict", "reason", "free", "free_mass", "excess"],
  decideDeparture,
);

const arrival = install(
  "arrival",
  [fact("inside", "boolean")],
  [],
  ["verdict", "reason", "stay_days_allowed"],
  decideArrival,
);

export const rulebooks: ReadonlyMap<string, Installed> = new Map([
  ["toy/cn/arrival", arrival],
  ["toy/cn/departure", departure],
]);
