import type { Expression } from "../../ir/expression.ts";
import type { Rule } from "../../ir/rule.ts";
import type { Plan } from "../plan.ts";
import { childrenOf, walkVersion } from "../walk.ts";
import { emitCounter, emitFact } from "./inputs.ts";
import { emitParameterValue } from "./parameter.ts";
import { emitRule } from "./rule.ts";
import type { Scope } from "./scope.ts";

/** Spans of law dates beyond which the span is searched and not compared in line. */
const SPANS_IN_LINE_MAX = 16;

/** The text of a module function that returns `decide`. Names come only from checked names, texts only through JSON. */
export function emitProgram(plan: Plan, traced: boolean): string {
  const constants = new Map<string, string>();
  const rules = plan.rulebook.rules.filter((rule) => traced || plan.needed.has(rule.name));
  const scope = scopeOf(plan, constants, hoistedParameters(plan, rules));
  const body = [
    "const law = days.law, legal = days.legal;",
    `if (!(law >= ${plan.rulebook.covers.from})) return beforeCoverage;`,
    ...emitInputs(plan, scope),
    ...[...scope.hoisted].map((name) => `const p_${name} = ${emitParameterValue(name, scope)};`),
    ...rules.flatMap((rule) => emitRule(rule, scope, traced)),
    ...emitAnswer(plan, traced),
  ];
  return [
    '"use strict";',
    ...[...constants].map(([text, name]) => `const ${name} = ${text};`),
    "return function decide(facts, counters, days) {",
    ...body,
    "};",
  ].join("\n");
}

/** Where the rules of a rulebook are written into one function: names get a letter for what they are. */
export function scopeOf(plan: Plan, constants: Map<string, string>, hoisted: ReadonlySet<string>): Scope {
  return {
    plan,
    current: "",
    hoisted,
    fact: (name) => `f_${name}`,
    rule: (name) => (plan.partial.has(name) ? `(x_${name} === undefined ? r_${name} : raise(x_${name}))` : `r_${name}`),
    constant: (text) => {
      const name = constants.get(text) ?? `K${constants.size}`;
      constants.set(text, name);
      return name;
    },
  };
}

function emitInputs(plan: Plan, scope: Scope): string[] {
  return [
    ...plan.rulebook.facts.flatMap((fact, index) => emitFact(plan, fact, index, scope.constant)),
    ...plan.rulebook.counters.flatMap((counter, index) =>
      plan.counters.has(counter.name) ? emitCounter(counter, index) : [],
    ),
  ];
}

/** Parameters read in several places, unless a figure is unknown: that must be met only where it is read. */
export function hoistedParameters(plan: Plan, rules: readonly Rule[]): Set<string> {
  const reads = new Map<string, number>();
  const count = (node: Expression): void => {
    if (node.kind === "parameter") reads.set(node.name, (reads.get(node.name) ?? 0) + 1);
    for (const child of childrenOf(node)) count(child);
  };
  for (const rule of rules) for (const version of rule.versions) for (const root of walkVersion(version)) count(root);
  const steady = plan.rulebook.parameters.filter(({ versions }) =>
    versions.every(
      ({ from, other, keyed }, index) =>
        (index > 0 || from <= plan.rulebook.covers.from) &&
        [other, ...keyed.map(({ figure }) => figure)].every((figure) => figure?.kind !== "unknown"),
    ),
  );
  return new Set(steady.map(({ name }) => name).filter((name) => (reads.get(name) ?? 0) > 1));
}

function emitAnswer(plan: Plan, traced: boolean): string[] {
  const { rules, outputs, counters } = plan.rulebook;
  const refusals = outputs
    .filter((name) => plan.partial.has(name))
    .map((name) => `if (x_${name} !== undefined) return x_${name};`);
  const given = `{ ${outputs.map((name) => `${JSON.stringify(name)}: r_${name}`).join(", ")} }`;
  if (!traced) return [...refusals, `return { kind: "decided", outputs: ${given} };`];
  const rows = rules.map((rule) => (rule.versions.some(({ body }) => body.kind === "table") ? `h_${rule.name}` : "0"));
  const read = counters.map(({ name }) => (plan.counters.has(name) ? `c_${name}` : `counters.${name}`));
  const trace = [
    `values: [${rules.map(({ name }) => `r_${name}`).join(", ")}]`,
    `rows: [${rows.join(", ")}]`,
    `counters: [${read.join(", ")}]`,
    `versions: inForce[${emitSpan(plan.spans)}]`,
  ];
  return [...refusals, `return { kind: "decided", outputs: ${given}, trace: { ${trace.join(", ")} } };`];
}

function emitSpan(spans: readonly number[]): string {
  if (spans.length > SPANS_IN_LINE_MAX) return "spanAt(law)";
  return spans.slice(1).reduce((text, from, index) => `law >= ${from} ? ${index + 1} : ${text}`, "0");
}
