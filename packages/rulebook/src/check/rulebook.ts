import type { Counter } from "../ir/counter.ts";
import type { Example } from "../ir/example.ts";
import type { Rule } from "../ir/rule.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Draft } from "../read/draft.ts";
import type { Findings } from "../read/findings.ts";
import { hintNear } from "../read/near.ts";
import { type Dependencies, findDependencies } from "./closure.ts";
import type { Context } from "./context.ts";
import { type CounterHead, checkCounter, readCounterHead } from "./counters.ts";
import { checkCoverage } from "./coverage.ts";
import { definitionText } from "./definition.ts";
import { readExamples } from "./examples.ts";
import { checkRows } from "./gaps/check.ts";
import { proveKind } from "./kinds.ts";
import { Names } from "./names.ts";
import { orderRules } from "./order.ts";
import { type CheckedRule, checkRule, withSay } from "./rule.ts";
import { checkSay } from "./say.ts";
import { checkTested } from "./tested.ts";
import { warnOfRest } from "./unused.ts";

/** Hashes a text: SHA-256 in hex, given by the loader because this package's checks are pure. */
export type Sha256 = (text: string) => string;

/** Relates all sections of a draft; the rulebook is meaningful only if no error was found. */
export function checkRulebook(draft: Draft, hash: string, sha256: Sha256, findings: Findings): CheckedRulebook {
  const context = makeContext(draft, findings);
  const heads = draft.counters.flatMap((counter) => readCounterHead(counter, draft, findings) ?? []);
  defineInputs(draft, heads, context.names);
  const outputs = readOutputs(draft, context);
  const checked = checkRules(draft, context);
  const said = new Set<string>();
  const rules = checked.map(({ rule }) => {
    const say = draft.rules.find(({ name }) => name === rule.name)?.say;
    return withSay(rule, say && checkSay(rule.name, say, { ...context, reads: said }));
  });
  const dependencies = findDependencies(rules);
  const counters = checkCounters(heads, rules, outputs, dependencies, draft, context, sha256);
  const counted = counters.map(({ counter: { name }, reads }) => ({ name, reads }));
  checkCoverage(checked, counted, draft, findings);
  const rulesByName = new Map(rules.map((rule) => [rule.name, rule]));
  const tests = readExamples(draft.tests, { ...context, rules: rulesByName, outputs });
  if (findings.passed) checkRest(draft, rules, counters, outputs, said, tests, dependencies, findings);
  return assemble(
    draft,
    hash,
    rules,
    counters.map(({ counter }) => counter),
    outputs,
    tests,
  );
}

function makeContext(draft: Draft, findings: Findings): Context {
  return {
    names: new Names(draft.declared, findings),
    codes: new Map(draft.codes.map((list) => [list.name, list])),
    clock: draft.head.clock,
    findings,
    reads: new Set(),
    present: new Set(),
    narrowed: new Map(),
    rounding: false,
  };
}

function defineInputs(draft: Draft, heads: readonly CounterHead[], names: Names): void {
  for (const fact of draft.facts) names.define(fact.name, { section: "fact", fact });
  for (const parameter of draft.parameters) names.define(parameter.name, { section: "parameter", parameter });
  for (const { draft: counter, type, range } of heads) {
    names.define(counter.name, { section: "counter", name: counter.name, type, bounds: range });
  }
}

function readOutputs(draft: Draft, { names, findings }: Context): string[] {
  const known = draft.declared.filter(({ section }) => section === "rule").map(({ name }) => name);
  return draft.outputs.flatMap(({ text, at }, index) => {
    if (draft.outputs.findIndex((other) => other.text === text) < index) {
      findings.error("file/duplicate", at, `Cannot use the output "${text}" twice`);
      return [];
    }
    if (names.sectionOf(text) === "rule") return [text];
    findings.error("name/unknown", at, `Cannot record "${text}": no rule has this name${hintNear(text, known)}`);
    return [];
  });
}

/** Checks the rules in order, so that each finds the types and bounds of those it reads. */
function checkRules(draft: Draft, context: Context): CheckedRule[] {
  const parameters = new Map(draft.parameters.map((parameter) => [parameter.name, parameter]));
  return orderRules(draft.rules, context.findings).flatMap((ruleDraft) => {
    const checked = checkRule(ruleDraft, context);
    if (checked === undefined) return [];
    const { rule } = checked;
    const { name, type, bounds } = rule;
    context.names.define(name, { section: "rule", name, type, ...(bounds && { bounds }) });
    for (const [index, { body, from }] of rule.versions.entries()) {
      if (body.kind !== "table") continue;
      const table = { rule: name, codes: context.codes, parameters, findings: context.findings };
      checkRows(body, Math.max(from, draft.head.covers.from), rule.versions[index + 1]?.from, table);
    }
    return [checked];
  });
}

type ProvenCounter = { readonly counter: Counter; readonly reads: readonly string[] };

function checkCounters(
  heads: readonly CounterHead[],
  rules: readonly Rule[],
  outputs: readonly string[],
  dependencies: Dependencies,
  draft: Draft,
  context: Context,
  sha256: Sha256,
): ProvenCounter[] {
  const declared = new Map([...draft.facts, ...draft.parameters, ...rules].map((part) => [part.name, part]));
  const kinds = {
    rules: new Map(rules.map((rule) => [rule.name, rule])),
    facts: new Map(draft.facts.map((fact) => [fact.name, fact])),
    parameters: new Map(draft.parameters.map((parameter) => [parameter.name, parameter])),
    counters: new Set(draft.counters.map(({ name }) => name)),
    dependencies,
    clock: draft.head.clock,
  };
  return heads.flatMap((head) => {
    const checked = checkCounter(head, new Set(outputs), context);
    if (checked === undefined) return [];
    const { counter, reads } = checked;
    const proof = proveKind(checked, kinds);
    if (!proof.ok) {
      context.findings.error(
        "counter/kind",
        proof.at,
        `Cannot keep the counter "${counter.name}" as ${counter.kind}: ${proof.why}`,
      );
      return [];
    }
    const definition = sha256(definitionText(counter, reads, dependencies, declared, draft.head.clock));
    return [{ reads, counter: { ...counter, ...(proof.closed && { closed: proof.closed }), definition } }];
  });
}

function checkRest(
  draft: Draft,
  rules: readonly Rule[],
  counters: readonly ProvenCounter[],
  outputs: readonly string[],
  said: ReadonlySet<string>,
  tests: readonly Example[],
  dependencies: Dependencies,
  findings: Findings,
): void {
  checkTested(
    rules,
    counters.map(({ counter }) => counter),
    outputs,
    tests,
    dependencies,
    findings,
  );
  const keys = draft.parameters.flatMap(({ by }) => (by === undefined ? [] : [by]));
  const counted = counters.flatMap(({ reads }) => reads);
  warnOfRest(draft, rules, new Set([...said, ...keys, ...counted]), [...outputs, ...counted], dependencies, findings);
}

function assemble(
  { head, instruments, codes, facts, parameters }: Draft,
  hash: string,
  rules: readonly Rule[],
  counters: readonly Counter[],
  outputs: readonly string[],
  tests: readonly Example[],
): CheckedRulebook {
  const { at: _, ...own } = head;
  return {
    kind: "rulebook",
    language: 1,
    hash,
    ...own,
    instruments,
    codes,
    facts,
    parameters,
    counters,
    rules,
    outputs,
    tests,
  };
}
