import type { Counters, Facts, Held } from "../compile/decision.ts";
import { boundsOf } from "../compile/fact-fault.ts";
import type { Counter } from "../ir/counter.ts";
import type { Fact } from "../ir/fact.ts";
import { isSafe } from "../ir/integer.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { ValueType } from "../ir/value-type.ts";
import { hintNear } from "../read/near.ts";
import { parseConstant } from "../read/scalar/constant.ts";
import { accept, type Reading, refuse } from "../read/scalar/reading.ts";

/** One thing wrong with written facts: a stable id, the name it stands under, and one sentence. */
export type FactFinding = {
  readonly id: "facts/unknown-name" | "facts/value";
  readonly name: string;
  readonly sentence: string;
};

export type ReadFacts =
  | { readonly facts: Facts; readonly counters: Counters }
  | { readonly findings: readonly FactFinding[] };

/**
 * Written facts and counters, in one flat object by name, to what `Decide` takes: money in major units ("5000",
 * 49.5), "8 kg", "2025-06-01", true. Numbers are read by their decimal text; null is a missing fact. Whether a
 * value is in its range or list, and whether something required is missing, is for the decision to say.
 */
export function readFacts(rulebook: CheckedRulebook, written: Readonly<Record<string, unknown>>): ReadFacts {
  const facts: { [name: string]: Held } = {};
  const counters: { [name: string]: number | bigint } = {};
  const findings: FactFinding[] = [];
  const names = [...rulebook.facts, ...rulebook.counters].map(({ name }) => name);
  for (const [name, value] of Object.entries(written)) {
    const fact = rulebook.facts.find((each) => each.name === name);
    const counter = rulebook.counters.find((each) => each.name === name);
    if (!fact && !counter) {
      findings.push({ id: "facts/unknown-name", name, sentence: unknownName(rulebook, name, names) });
      continue;
    }
    if (value === null || value === undefined) continue;
    const reading = fact ? readFact(fact, value) : readCounter(counter!, value);
    if (!reading.ok) findings.push({ id: "facts/value", name, sentence: cannotRead(name, value, reading.why) });
    else if (fact) facts[name] = reading.value;
    else counters[name] = reading.value as number | bigint;
  }
  return findings.length > 0 ? { findings } : { facts, counters };
}

function readFact(fact: Fact, value: unknown): Reading<Held> {
  return readHeld(fact.type, value, !isSafe(boundsOf(fact)));
}

function readCounter(counter: Counter, value: unknown): Reading<Held> {
  return readHeld(counter.type, value, !isSafe(counter.range));
}

/** A written value in the form it is held in; an integer too large for its own range becomes a bigint all the same. */
export function readHeld(type: ValueType, value: unknown, wide: boolean): Reading<Held> {
  if (typeof value === "object" || typeof value === "function") return refuse("one value is expected");
  if (type.kind === "text" && typeof value !== "string") return refuse("a text in quotes is expected");
  const reading =
    type.kind === "country"
      ? accept({ kind: "string", value: String(value) } as const)
      : parseConstant(type, decimalText(value));
  if (!reading.ok) return reading;
  const constant = reading.value;
  if (constant.kind === "integer") return accept(hold(constant.value, wide));
  if (constant.kind !== "fraction")
    return accept(constant.kind === "string" ? constant.value.normalize("NFC") : constant.value);
  const over = type.kind === "rate" || type.kind === "exchange" ? BigInt(type.over) : 1n;
  const scaled = constant.value.times * over;
  if (scaled % constant.value.over !== 0n) return refuse(`it is finer than 1/${over}`);
  return accept(hold(scaled / constant.value.over, wide));
}

/** JavaScript writes 1e21 with an exponent; written facts have none. */
function decimalText(value: unknown): string {
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

function hold(value: bigint, wide: boolean): number | bigint {
  const safe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return wide || !safe ? value : Number(value);
}

function unknownName(rulebook: CheckedRulebook, name: string, names: readonly string[]): string {
  return `Cannot find "${name}" among the facts and counters of "${rulebook.name}"${hintNear(name, names)}`;
}

function cannotRead(name: string, value: unknown, why: string): string {
  return `Cannot read ${JSON.stringify(value) ?? String(value)} as "${name}": ${why}`;
}
