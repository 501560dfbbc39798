import { compileClosures } from "../compile/closures/compile-closures.ts";
import type { Decide, Decided, Decision, Facts, Held } from "../compile/decision.ts";
import { boundsOf } from "../compile/fact-fault.ts";
import type { CountedEvent } from "../counters/contribution.ts";
import { type Count, compileCount } from "../counters/count.ts";
import type { Example, ExampleFacts, ExampleTime } from "../ir/example.ts";
import { type Integer, isSafe } from "../ir/integer.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { isNumeric } from "../ir/value-type.ts";
import { findFailures } from "./failures.ts";

/** One test of a rulebook, run: what was decided, and a sentence for each thing that is not as expected. */
export type TestRun = { readonly test: Example; readonly decision: Decision; readonly failures: readonly string[] };

/** Runs every test of a rulebook. Earlier events are decided in order and feed the counters of the later ones. */
export function runTests(rulebook: CheckedRulebook, decide: Decide = compileClosures(rulebook)): TestRun[] {
  const count = compileCount(rulebook);
  return rulebook.tests.map((test) => runTest(rulebook, test, decide, count));
}

function runTest(rulebook: CheckedRulebook, test: Example, decide: Decide, count: Count): TestRun {
  const events: CountedEvent[] = [];
  for (const [index, earlier] of test.earlier.entries()) {
    const facts = holdFacts(rulebook, earlier.facts);
    const decision = decideAt(earlier.time, facts);
    if (decision.kind === "unanswerable") {
      const failure = `earlier event ${index + 1} is unanswerable: ${decision.reason} "${decision.name}"`;
      return { test, decision, failures: [failure] };
    }
    events.push({ facts, days: daysOf(earlier.time), trace: (decision as Decided).trace });
  }
  const decision = decideAt(test.time, holdFacts(rulebook, test.facts));
  return { test, decision, failures: findFailures(rulebook, test, decision) };

  function decideAt(time: ExampleTime, facts: Facts): Decision {
    return decide(facts, count(events, time.legal), daysOf(time));
  }
}

function daysOf({ law, legal }: ExampleTime): { law: number; legal: number } {
  return { law, legal };
}

function holdFacts(rulebook: CheckedRulebook, facts: ExampleFacts): Facts {
  return Object.fromEntries(
    rulebook.facts.flatMap((fact): [string, Held][] => {
      const value = facts[fact.name];
      if (value === undefined) return [];
      const wide = isNumeric(fact.type) && !isSafe(boundsOf(fact));
      return [[fact.name, wide ? BigInt(value as Integer) : value]];
    }),
  );
}
