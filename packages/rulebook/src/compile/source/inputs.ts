import type { Counter } from "../../ir/counter.ts";
import type { Fact } from "../../ir/fact.ts";
import { type Bounds, isSafe } from "../../ir/integer.ts";
import { maxTextLength } from "../../read/scalar/constant.ts";
import { boundsOf, codesOf } from "../fact-fault.ts";
import type { Plan } from "../plan.ts";
import { emitConstant } from "./held.ts";
import { fitsInt32 } from "./int32.ts";

/** Codes beyond which membership is a Set and not a chain of comparisons. */
const CHAIN_MAX = 8;

/**
 * Lines that read one fact into `f_name` and leave the function when its value cannot be used. The tests here are
 * the quick form of `factFault`, which names the reason on the way out.
 */
export function emitFact(plan: Plan, fact: Fact, index: number, constant: (text: string) => string): string[] {
  const raw = `facts.${fact.name}`;
  const name = `f_${fact.name}`;
  const refusal = (test: string, value: string) => `if (${test}) return refuseFact(${index}, ${value});`;
  if (
    fact.type.kind !== "code" &&
    fact.type.kind !== "country" &&
    fact.type.kind !== "text" &&
    fact.type.kind !== "boolean"
  ) {
    return emitNumber(raw, name, boundsOf(fact), fact.optional, (test, value) => refusal(test, value));
  }
  const test = emitStringTest(plan, fact, name, constant);
  return [`const ${name} = ${raw};`, refusal(fact.optional ? `${name} !== undefined && ${test}` : test, name)];
}

/** Lines that read one counter into `c_name`. */
export function emitCounter(counter: Counter, index: number): string[] {
  return emitNumber(`counters.${counter.name}`, `c_${counter.name}`, counter.range, false, (test, value) => {
    return `if (${test}) return refuseCounter(${index}, ${value});`;
  });
}

/** A whole number within bounds, free of -0; beyond 2^53 - 1 a bigint, whichever of the two was given. */
function emitNumber(
  raw: string,
  name: string,
  bounds: Bounds,
  optional: boolean,
  refusal: (test: string, value: string) => string,
): string[] {
  const given = `g_${name}`;
  const kept = optional ? `${given} === undefined ? undefined : ` : "";
  const guard = optional ? `${given} !== undefined && ` : "";
  const outside = [bounds.min, bounds.max].map((bound) => emitConstant(bound, true, !isSafe(bounds)));
  const lines = [`const ${given} = ${raw};`];
  if (!isSafe(bounds)) {
    const whole = `typeof ${given} !== "bigint" && !Number.isSafeInteger(${given})`;
    return [
      ...lines,
      refusal(`${guard}(${whole} || ${given} < ${outside[0]} || ${given} > ${outside[1]})`, given),
      `const ${name} = ${kept}BigInt(${given});`,
    ];
  }
  const whole = fitsInt32(bounds) ? `${given} | 0` : `Math.floor(${given}) + 0`;
  return [
    ...lines,
    refusal(`${guard}typeof ${given} !== "number"`, given),
    `const ${name} = ${kept}${whole};`,
    refusal(`${guard}(${name} !== ${given} || ${name} < ${outside[0]} || ${name} > ${outside[1]})`, given),
  ];
}

function emitStringTest(plan: Plan, fact: Fact, name: string, constant: (text: string) => string): string {
  if (fact.type.kind === "boolean") return `typeof ${name} !== "boolean"`;
  if (fact.type.kind === "text") return `(typeof ${name} !== "string" || ${name}.length > ${maxTextLength})`;
  if (fact.type.kind === "country") return emitNotIn(countriesNamed(plan), name, `!isCountry(${name})`);
  const codes = codesOf(plan.rulebook, fact.type.kind === "code" ? fact.type.list : "");
  if (codes.length <= CHAIN_MAX) return emitNotIn(codes, name);
  return `!${constant(`new Set(${JSON.stringify(codes)})`)}.has(${name})`;
}

/** Countries that figures name come first: most events are theirs, and a comparison is quicker than a look-up. */
function countriesNamed(plan: Plan): readonly string[] {
  const keys = plan.rulebook.parameters.flatMap(({ versions }) => versions.flatMap(({ keyed }) => keyed));
  const keyed = new Set(keys.map(({ key }) => key).filter((key) => /^[A-Z]{2}$/.test(key)));
  return [...keyed].slice(0, CHAIN_MAX);
}

function emitNotIn(values: readonly string[], name: string, last?: string): string {
  const tests = values.map((value) => `${name} !== ${JSON.stringify(value)}`);
  return `(${[...tests, ...(last ? [last] : [])].join(" && ")})`;
}
