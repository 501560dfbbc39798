import type { Fact } from "../../ir/fact.ts";
import { type Bounds, isSafe } from "../../ir/integer.ts";
import { maxTextLength } from "../../read/scalar/constant.ts";
import { isCountry } from "../../read/scalar/country.ts";
import type { Counters, Facts, Held, Unanswerable } from "../decision.ts";
import { boundsOf, codesOf, counterFault, factFault } from "../fact-fault.ts";
import type { Plan } from "../plan.ts";
import { refuse } from "../stops.ts";
import type { Run } from "./run.ts";

type Inputs = Pick<Run, "facts" | "counters">;

/** Reads facts in the order of the file, then counters, into a run; the first that cannot be used ends the decision. */
export function compileInputs(
  plan: Plan,
): (facts: Facts, counters: Counters, into: Inputs) => Unanswerable | undefined {
  const { rulebook } = plan;
  const facts = rulebook.facts.map((fact) => ({
    name: fact.name,
    holds: compileFactTest(plan, fact),
    wide: plan.wide.has(fact.name),
    fault: (value: unknown) => refuse(factFault(rulebook, fact, value) ?? "out-of-range", fact.name),
  }));
  const counters = rulebook.counters.map((counter) => ({
    name: counter.name,
    holds: plan.counters.has(counter.name) ? numberTest(counter.range) : () => true,
    wide: plan.counters.has(counter.name) && plan.wide.has(counter.name),
    fault: (value: unknown) => refuse(counterFault(counter, value) ?? "out-of-range", counter.name),
  }));
  return (givenFacts, givenCounters, into) =>
    readAll(facts, givenFacts, into.facts) ?? readAll(counters, givenCounters, into.counters as Run["facts"]);
}

type Reader = {
  readonly name: string;
  readonly holds: Test;
  readonly wide: boolean;
  readonly fault: (value: unknown) => Unanswerable;
};

function readAll(readers: readonly Reader[], given: Facts, held: (Held | undefined)[]): Unanswerable | undefined {
  for (let index = 0; index < readers.length; index++) {
    const reader = readers[index]!;
    const value = given[reader.name];
    if (!reader.holds(value)) return reader.fault(value);
    held[index] = reader.wide ? hold(value) : typeof value === "number" ? value + 0 : value;
  }
  return undefined;
}

type Test = (value: Held | undefined) => boolean;

/** The quick form of `factFault`, made once. */
function compileFactTest(plan: Plan, fact: Fact): Test {
  const test = compileTypeTest(plan, fact);
  return fact.optional ? (value) => value === undefined || test(value) : test;
}

function compileTypeTest(plan: Plan, { type, ...fact }: Fact): Test {
  switch (type.kind) {
    case "boolean":
      return (value) => typeof value === "boolean";
    case "text":
      return (value) => typeof value === "string" && value.length <= maxTextLength;
    case "country":
      return countryTest(plan);
    case "code": {
      const codes = new Set<unknown>(codesOf(plan.rulebook, type.list));
      return (value) => codes.has(value);
    }
    default:
      return numberTest(boundsOf({ type, ...fact }));
  }
}

/** Most events are of the countries that figures name first; a comparison is quicker than a look-up. */
function countryTest(plan: Plan): Test {
  const keys = plan.rulebook.parameters.flatMap(({ versions }) => versions.flatMap(({ keyed }) => keyed));
  const [first, second] = new Set(keys.map(({ key }) => key).filter(isCountry));
  return (value) => typeof value === "string" && (value === first || value === second || isCountry(value));
}

function numberTest(range: Bounds): Test {
  if (!isSafe(range)) {
    const [least, most] = [BigInt(range.min), BigInt(range.max)];
    return (value) =>
      (typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value))) &&
      value >= least &&
      value <= most;
  }
  const [least, most] = [Number(range.min), Number(range.max)];
  return (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
}

function hold(value: Held | undefined): bigint | undefined {
  return value === undefined ? undefined : BigInt(value);
}
