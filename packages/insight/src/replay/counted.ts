import type { CheckedRulebook, Counter, Expression, Integer, Literal, Rule } from "@twinline/rulebook";
import { toBigInt } from "@twinline/rulebook";

/** A rulebook whose decisions also tell what they add to each counter that its rules read. */
export type CountedRulebook = {
  readonly rulebook: CheckedRulebook;
  readonly counters: readonly { readonly counter: Counter; readonly output: string }[];
};

const integer = { kind: "integer" } as const;

/**
 * Adds one output a counter: what the event adds, 0 where its `where` does not hold. The addition is written as a rule
 * of the checked form, so that it is compiled by the very compiler that the gate uses, in any of its targets.
 */
export function withCounted(rulebook: CheckedRulebook): CountedRulebook {
  const read = new Set(rulebook.rules.flatMap(({ reads }) => reads));
  const counters = rulebook.counters
    .filter(({ name }) => read.has(name))
    .map((counter) => ({ counter, output: freeName(rulebook, counter.name) }));
  const rules = counters.map(({ counter, output }) => additionRule(counter, output, rulebook.covers.from));
  return {
    rulebook: {
      ...rulebook,
      rules: [...rulebook.rules, ...rules],
      outputs: [...rulebook.outputs, ...counters.map(({ output }) => output)],
    },
    counters,
  };
}

function freeName({ facts, parameters, counters, rules }: CheckedRulebook, counter: string): string {
  const taken = new Set([...facts, ...parameters, ...counters, ...rules].map(({ name }) => name));
  let name = `adds_to_${counter}`;
  while (taken.has(name)) name += "_";
  return name;
}

function additionRule(counter: Counter, name: string, from: number): Rule {
  const amount = amountOf(counter);
  const zero: Literal = { kind: "literal", type: amount.type, bounds: { min: 0, max: 0 }, value: 0, at: counter.at };
  const bounds = { min: least(0, amount.bounds!.min), max: most(0, amount.bounds!.max) };
  const { where, at, type } = counter;
  const then = amount;
  const expression: Expression =
    where === undefined ? amount : { kind: "if", type, bounds, at, condition: where, then, otherwise: zero };
  const version = { from, body: { kind: "is", expression }, source: counter.source, at } as const;
  return { name, type, bounds, versions: [version], reads: namesIn(expression), at };
}

function amountOf({ measure, type, at }: Counter): Expression {
  if (measure.kind === "count") return { kind: "literal", type: integer, bounds: { min: 1, max: 1 }, value: 1, at };
  const { of } = measure;
  if (of.kind === "rule") return of;
  const zero: Literal = { kind: "literal", type, bounds: { min: 0, max: 0 }, value: 0, at };
  // A missing fact adds nothing; of a fact that is never missing this reads the fact.
  const bounds = { min: least(0, of.bounds!.min), max: most(0, of.bounds!.max) };
  return { kind: "default", type, bounds, at, fact: of, otherwise: zero };
}

function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== "object" || node === null) return [];
  const { kind, name } = node as { kind?: unknown; name?: unknown };
  const own = typeof name === "string" && typeof kind === "string" && NAMED.has(kind) ? [name] : [];
  return [...new Set([...own, ...Object.values(node).flatMap(namesIn)])];
}

const NAMED = new Set(["fact", "parameter", "counter", "rule"]);

function least(a: Integer, b: Integer): Integer {
  return toBigInt(a) < toBigInt(b) ? a : b;
}

function most(a: Integer, b: Integer): Integer {
  return toBigInt(a) > toBigInt(b) ? a : b;
}
