import type { Counter } from "../ir/counter.ts";
import type { Fact } from "../ir/fact.ts";
import type { Parameter } from "../ir/parameter.ts";
import type { Rule } from "../ir/rule.ts";
import type { Clock } from "../ir/rulebook.ts";
import { type Dependencies, dependenciesOf } from "./closure.ts";

/** What the value of a counter is made of, as text: two counters of one text have one value over one history. */
export function definitionText(
  counter: Omit<Counter, "definition">,
  reads: readonly string[],
  dependencies: Dependencies,
  declared: ReadonlyMap<string, Fact | Parameter | Rule>,
  clock: Clock,
): string {
  const { type, measure, per, within, where } = counter;
  const names = [...dependenciesOf(reads, dependencies)].toSorted();
  const parts = names.flatMap((name) => declared.get(name) ?? []);
  return JSON.stringify({ type, measure, per: per.toSorted(), within, where, clock, parts }, meaningOnly);
}

const told = new Set(["at", "label", "note", "say", "source", "confidence", "written", "text"]);

/** Leaves out places, texts and citations: they explain a value and do not change it. */
function meaningOnly(key: string, value: unknown): unknown {
  return told.has(key) ? undefined : value;
}
