import type { Rule } from "../ir/rule.ts";

/** What a value depends on, through all rules: names of facts, parameters, counters and rules. */
export type Dependencies = ReadonlyMap<string, ReadonlySet<string>>;

/** The dependencies of every rule; `rules` are in topological order. */
export function findDependencies(rules: readonly Rule[]): Dependencies {
  const found = new Map<string, ReadonlySet<string>>();
  for (const rule of rules) found.set(rule.name, dependenciesOf(rule.reads, found));
  return found;
}

/** The names themselves, and all that they depend on. */
export function dependenciesOf(names: Iterable<string>, found: Dependencies): ReadonlySet<string> {
  const all = new Set<string>();
  for (const name of names) {
    all.add(name);
    for (const inner of found.get(name) ?? []) all.add(inner);
  }
  return all;
}
