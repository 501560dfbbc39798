import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { isCountry } from "../../read/scalar/country.ts";
import type { Decide, DecideRaw } from "../decision.ts";
import { counterFault, factFault } from "../fact-fault.ts";
import { type Plan, planOf, spanAt } from "../plan.ts";
import { roundBigInt, roundNumber } from "../rounding.ts";
import {
  absWide,
  addMonthsOr,
  caught,
  halt,
  maxWide,
  minWide,
  noRow,
  raise,
  refuse,
  yearsBetweenOr,
} from "../stops.ts";
import { emitProgram } from "./program.ts";

/**
 * One JavaScript function for a rulebook, with the full trace. It is made by `new Function`: for servers and
 * workers; a browser under a content security policy takes `compileClosures`.
 */
export function compileSource(rulebook: CheckedRulebook): Decide {
  const plan = planOf(rulebook);
  return build(plan, emitProgram(plan, true)) as Decide;
}

/** The same decisions without a trace: only the rules that the outputs need are run. For replay and benchmarks. */
export function compileRaw(rulebook: CheckedRulebook): DecideRaw {
  const plan = planOf(rulebook);
  return build(plan, emitProgram(plan, false)) as DecideRaw;
}

function build(plan: Plan, text: string): unknown {
  const surroundings = surroundingsOf(plan);
  return new Function(...Object.keys(surroundings), text)(...Object.values(surroundings));
}

/** Everything the generated text may name besides its own locals. */
export function surroundingsOf(plan: Plan): { readonly [name: string]: unknown } {
  const { rulebook } = plan;
  return {
    absWide,
    addMonths: addMonthsOr,
    beforeCoverage: refuse("before-coverage", rulebook.name),
    caught,
    halt,
    inForce: plan.inForce,
    isCountry,
    maxWide,
    minWide,
    noRow,
    raise,
    refuseCounter: (index: number, value: unknown) => {
      const counter = rulebook.counters[index]!;
      return refuse(counterFault(counter, value) ?? "out-of-range", counter.name);
    },
    refuseFact: (index: number, value: unknown) => {
      const fact = rulebook.facts[index]!;
      return refuse(factFault(rulebook, fact, value) ?? "out-of-range", fact.name);
    },
    round: roundNumber,
    roundWide: roundBigInt,
    spanAt: (law: number) => spanAt(plan.spans, law),
    yearsBetween: yearsBetweenOr,
  };
}
