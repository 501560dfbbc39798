import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { generateInput } from "../testing/generated-inputs.ts";
import { generateRulebook } from "../testing/generated-rulebook.ts";
import { randomOf } from "../testing/random.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { explain } from "./explain.ts";
import type { ExplanationLine } from "./line.ts";
import { reasonsOf } from "./reasons.ts";
import type { ExplainInput } from "./teller.ts";

const sureness = ["high", "medium", "low", "unverified"];

/** Provisions of the whole tree below a line, each once, at the lowest confidence, as the long way tells them. */
function provisionsBelow(line: ExplanationLine): string[] {
  const walk = (each: ExplanationLine): NonNullable<ExplanationLine["sources"]> => [
    ...(each.sources ?? []),
    ...each.children.flatMap(walk),
  ];
  const least = new Map<string, string>();
  for (const { provision, confidence } of walk(line)) {
    const known = least.get(provision);
    if (known === undefined || sureness.indexOf(known) < sureness.indexOf(confidence)) least.set(provision, confidence);
  }
  return [...least].map(([provision, confidence]) => `${provision} ${confidence}`);
}

function assertSame(rulebook: CheckedRulebook, given: ExplainInput): void {
  const decision = compileClosures(rulebook)(given.facts, given.counters, given.days);
  const lines = explain(rulebook, given, decision);
  const reasons = reasonsOf(rulebook, given, decision);
  assert.deepEqual(
    reasons.map(({ rule, text, citations }) => ({
      rule,
      text: { ...text },
      from: citations.map(({ provision, confidence }) => `${provision} ${confidence}`),
    })),
    lines.map((line) => ({ rule: line.rule, text: { ...line.text }, from: provisionsBelow(line) })),
  );
}

test("the short way to the reasons says the same sentences and provisions as the whole explanation", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const random = randomOf(seed);
      const generated = generateRulebook(random);
      for (let index = 0; index < 5; index++) assertSame(generated, generateInput(generated, random));
    }),
    { numRuns: 60 },
  );
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  assertSame(loaded.rulebook, {
    facts: { residence: "CN", age: 30, category: "tourist", goods_value: 500_000, goods_mass: 8000 },
    counters: { duty_free_today: 600_000, passages_today: 1, mass_this_month: 0 },
    days: { law: 20_148, legal: 20_148 },
  });
});

test("only the outputs that were wanted are told", () => {
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  const { rulebook } = loaded;
  const given = {
    facts: { residence: "CN", age: 30, category: "tourist", goods_value: 500_000, goods_mass: 8000 },
    counters: { duty_free_today: 600_000, passages_today: 1, mass_this_month: 0 },
    days: { law: 20_148, legal: 20_148 },
  };
  const decision = compileClosures(rulebook)(given.facts, given.counters, given.days);
  const [wanted] = rulebook.outputs;
  const told = reasonsOf(rulebook, given, decision, (output) => output === wanted);
  assert.deepEqual(
    told.map(({ rule }) => rule),
    [wanted],
  );
});

test("a provision is cited in the words of its instrument, once, at the lowest confidence it was used at", () => {
  const { rulebook, errors } = checkSmall({
    facts: `  n: {type: integer, range: 0..9, ${label}}`,
    parameters: `  sure: {type: integer, values: [{from: 2024-01-01, is: 1, source: N/2}]}
  less: {type: integer, values: [{from: 2024-01-01, is: 1, source: N/2, confidence: low}]}
  more: {type: integer, values: [{from: 2024-01-01, is: 1, source: N/2, confidence: medium}]}`,
    rules: "  result: {type: integer, source: N/1, is: n + sure + less + more}",
  });
  assert.deepEqual(errors, []);
  const given = { facts: { n: 1 }, counters: {}, days: { law: 20_000, legal: 20_000 } };
  const decision = compileClosures(rulebook)(given.facts, given.counters, given.days);
  const [reason] = reasonsOf(rulebook, given, decision);
  assert.deepEqual(
    reason!.citations.map(({ provision, confidence, cite }) => [provision, confidence, cite.en, cite.ru]),
    [
      ["N/1", "high", "N 1", "N 1"],
      ["N/2", "low", "N 2", "N 2"],
    ],
  );
});
