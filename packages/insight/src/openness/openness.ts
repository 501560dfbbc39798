import type { CheckedRulebook, Texts } from "@twinline/rulebook";
import { inForce } from "./in-force.ts";
import { type OriginFact, originFacts } from "./origin-facts.ts";
import { type Reading, readingsOf } from "./readings.ts";
import { type Named, referencesOf, referencesOfCounter } from "./references.ts";

/** Whether an output can depend on nationality or side, and by which rules it gets there. */
export type OutputOpenness = {
  readonly output: string;
  readonly label: Texts | undefined;
  /** Origin facts it can depend on; empty when the outcome is open to all alike. */
  readonly dependsOn: readonly string[];
  /** From the output down to the rule that reads the fact. */
  readonly path: readonly string[];
};

/** Where a rulebook reads nationality or side on one law date. */
export type StaticOpenness = {
  readonly rulebook: { readonly name: string; readonly hash: string; readonly side: string; readonly label: Texts };
  readonly law: string;
  readonly facts: readonly OriginFact[];
  readonly readings: readonly Reading[];
  readonly outputs: readonly OutputOpenness[];
  readonly caveats: readonly Texts[];
};

/**
 * Reads the checked rulebook and tells which outputs can depend on nationality or side, through which rules, and under
 * which provisions. What the law allows to matter; how often it did is told by the twins.
 *
 * @param law law date, days since 1970-01-01
 */
export function opennessOf(rulebook: CheckedRulebook, law: number): StaticOpenness {
  const facts = originFacts(rulebook);
  const names = new Set(facts.map(({ name }) => name));
  const { name, hash, side, label } = rulebook;
  return {
    rulebook: { name, hash, side, label },
    law: Temporal.PlainDate.from("1970-01-01").add({ days: law }).toString(),
    facts,
    readings: readingsOf(rulebook, names, law),
    outputs: rulebook.outputs.map((output) => outputOpenness(rulebook, output, names, law)),
    caveats: [caveat],
  };
}

/** Breadth first, so that the path told is a shortest one. */
function outputOpenness(
  rulebook: CheckedRulebook,
  output: string,
  facts: ReadonlySet<string>,
  law: number,
): OutputOpenness {
  const cameFrom = new Map<string, string | undefined>([[output, undefined]]);
  const found = new Set<string>();
  let end: string | undefined;
  const open: Named[] = [{ kind: "rule", name: output }];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const next of below(rulebook, at, law)) {
      if (next.kind === "fact" && facts.has(next.name)) {
        found.add(next.name);
        end ??= at.name;
      }
      if (next.kind === "fact" || cameFrom.has(next.name)) continue;
      cameFrom.set(next.name, at.name);
      open.push(next);
    }
  }
  const path: string[] = [];
  for (let at = end; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  const label = rulebook.rules.find(({ name }) => name === output)?.label;
  return { output, label, dependsOn: [...found], path };
}

function below(rulebook: CheckedRulebook, { kind, name }: Named, law: number): readonly Named[] {
  if (kind === "rule") {
    const version = inForce(rulebook.rules.find((rule) => rule.name === name)?.versions ?? [], law);
    return version === undefined ? [] : referencesOf(version);
  }
  if (kind === "parameter") {
    const by = rulebook.parameters.find((parameter) => parameter.name === name)?.by;
    return by === undefined ? [] : [{ kind: "fact", name: by }];
  }
  const counter = rulebook.counters.find((one) => one.name === name);
  return counter === undefined ? [] : referencesOfCounter(counter);
}

const caveat: Texts = {
  en: "Shows what the rules held here read. Rules that are not held, and practice at the desk, are not seen.",
  zh: "仅反映系统所载规则读取的内容；未收录的规则和人工台的实际做法不在其中。",
  kk: "Мұнда жүйедегі ережелер нені оқитыны көрсетіледі; енгізілмеген ережелер мен үстелдегі тәжірибе көрінбейді.",
  ru: "Показано, что читают имеющиеся правила; правила, которых нет в системе, и практика инспекторов не видны.",
};
