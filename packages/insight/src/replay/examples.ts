import {
  type CheckedRulebook,
  type Counters,
  compileSource,
  explain,
  presentCounters,
  presentFacts,
  presentOutputs,
} from "@twinline/rulebook";
import { dateOf } from "./calendar.ts";
import type { Kept } from "./fold.ts";
import type { Example, Told } from "./result.ts";

/** Tells kept lines: both decisions are taken again by the gate's code and explained. */
export function teller(base: CheckedRulebook, reform: CheckedRulebook): (kept: Kept) => Example {
  const tellBase = tellerOf(base);
  const tellReform = tellerOf(reform);
  return (kept) => ({
    passage: kept.passage,
    line: kept.line,
    day: dateOf(kept.days.legal).toString(),
    facts: presentFacts(base, kept.facts),
    base: tellBase(kept, kept.counters[0]),
    reform: tellReform(kept, kept.counters[1]),
  });
}

function tellerOf(rulebook: CheckedRulebook): (kept: Kept, counters: Counters) => Told {
  const decide = compileSource(rulebook);
  return ({ facts, days }, counters) => {
    const decision = decide(facts, counters, days);
    return {
      counters: presentCounters(rulebook, counters),
      outputs: decision.kind === "decided" ? presentOutputs(rulebook, decision.outputs) : {},
      explanation: explain(rulebook, { facts, counters, days }, decision),
    };
  };
}
