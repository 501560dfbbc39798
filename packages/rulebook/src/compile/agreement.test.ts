import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { generateInput } from "../testing/generated-inputs.ts";
import { generateRulebook } from "../testing/generated-rulebook.ts";
import { randomOf } from "../testing/random.ts";
import { compileClosures } from "./closures/compile-closures.ts";
import type { Decision } from "./decision.ts";
import { compileRaw, compileSource } from "./source/compile-source.ts";

const INPUTS_EACH = 60;

function assertAgreement(rulebook: CheckedRulebook, seed: number): Set<Decision["kind"]> {
  const [source, raw, closures] = [compileSource(rulebook), compileRaw(rulebook), compileClosures(rulebook)];
  const random = randomOf(seed);
  const kinds = new Set<Decision["kind"]>();
  for (let index = 0; index < INPUTS_EACH; index++) {
    const { facts, counters, days } = generateInput(rulebook, random);
    const decision = source(facts, counters, days);
    assert.deepStrictEqual(closures(facts, counters, days), decision);
    const answer = raw(facts, counters, days);
    if (decision.kind === "unanswerable") assert.deepStrictEqual(answer, decision);
    else assert.deepStrictEqual(answer, { kind: "decided", outputs: decision.outputs });
    kinds.add(decision.kind);
  }
  return kinds;
}

test("source, source without trace and closures agree on the example, value by value, with the trace", () => {
  const loaded = load(readExampleFiles(), exampleName);
  assert.ok("rulebook" in loaded);
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      assertAgreement(loaded.rulebook, seed);
    }),
    { numRuns: 50 },
  );
});

test("they agree on generated rulebooks, on answers and on what stands in their way", () => {
  const kinds = new Set<Decision["kind"]>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomOf(seed);
      for (const kind of assertAgreement(generateRulebook(random), seed)) kinds.add(kind);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual([...kinds].sort(), ["decided", "unanswerable"]);
});
