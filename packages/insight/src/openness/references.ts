import type { Counter, RuleVersion } from "@twinline/rulebook";

/** What an expression, a table or a counter names: facts, parameters, counters and rules. */
export type Named = { readonly kind: "fact" | "parameter" | "counter" | "rule"; readonly name: string };

const kinds: ReadonlySet<unknown> = new Set(["fact", "parameter", "counter", "rule"]);

/** Every reference in a part of a checked rulebook, each once; the parts are plain data. */
export function referencesIn(part: unknown): readonly Named[] {
  const found = new Map<string, Named>();
  walk(part, found);
  return [...found.values()];
}

/** References of one wording of a rule, table columns included. */
export function referencesOf(version: RuleVersion): readonly Named[] {
  return referencesIn(version.body);
}

/** References through which earlier events feed a counter. */
export function referencesOfCounter({ measure, where }: Counter): readonly Named[] {
  return referencesIn([measure, where]);
}

function walk(node: unknown, found: Map<string, Named>): void {
  if (Array.isArray(node)) for (const each of node) walk(each, found);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const { kind, name } = node as { kind?: unknown; name?: unknown };
  if (kinds.has(kind) && typeof name === "string")
    found.set(`${String(kind)} ${name}`, { kind: kind as Named["kind"], name });
  for (const each of Object.values(node)) walk(each, found);
}
