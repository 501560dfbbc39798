import type { Counters, Facts, Held, Unanswerable } from "../decision.ts";
import { counterFault, factFault } from "../fact-fault.ts";
import type { Plan } from "../plan.ts";
import { refuse } from "../stops.ts";
import type { Run } from "./run.ts";

export type Inputs = Pick<Run, "facts" | "counters">;

/** Facts in the order of the file, then counters; the first that cannot be used ends the decision. */
export function compileInputs(plan: Plan): (facts: Facts, counters: Counters) => Inputs | Unanswerable {
  const { rulebook } = plan;
  return (given, counts) => {
    const facts: Run["facts"] = [];
    const counters: Run["counters"] = [];
    for (const fact of rulebook.facts) {
      const value = given[fact.name];
      const fault = factFault(rulebook, fact, value);
      if (fault !== undefined) return refuse(fault, fact.name);
      facts.push(hold(value, plan.wide.has(fact.name)));
    }
    for (const counter of rulebook.counters) {
      const value = counts[counter.name];
      const fault = plan.counters.has(counter.name) ? counterFault(counter, value) : undefined;
      if (fault !== undefined) return refuse(fault, counter.name);
      counters.push(
        plan.counters.has(counter.name) ? (hold(value, plan.wide.has(counter.name)) as number | bigint) : value,
      );
    }
    return { facts, counters };
  };
}

function hold(value: Held | undefined, wide: boolean): Held | undefined {
  if (value === undefined) return undefined;
  if (wide) return BigInt(value);
  return typeof value === "number" ? value + 0 : value;
}
