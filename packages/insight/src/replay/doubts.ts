import type { CheckedRulebook, Parameter } from "@twinline/rulebook";
import { dateOf } from "./calendar.ts";
import type { Doubt } from "./result.ts";

/** Figures below high confidence that were in force for some replayed law date, of either policy. */
export function doubtsOf(
  base: CheckedRulebook,
  reform: CheckedRulebook,
  first: number,
  last: number,
): readonly Doubt[] {
  const found = new Map<string, Doubt>();
  for (const policy of ["base", "reform"] as const) {
    for (const doubt of doubtsIn(policy === "base" ? base : reform, policy, first, last)) {
      const key = `${doubt.parameter} ${doubt.from} ${doubt.confidence}`;
      found.set(key, found.has(key) ? { ...doubt, policy: "both" } : doubt);
    }
  }
  return [...found.values()];
}

function doubtsIn(rulebook: CheckedRulebook, policy: Doubt["policy"], first: number, last: number): Doubt[] {
  return rulebook.parameters.flatMap((parameter) =>
    inForce(parameter, first, last).flatMap(({ from, confidence }): Doubt[] =>
      confidence === "high" ? [] : [{ parameter: parameter.name, from: dateOf(from).toString(), confidence, policy }],
    ),
  );
}

function inForce({ versions }: Parameter, first: number, last: number): Parameter["versions"] {
  return versions.filter(({ from }, index) => {
    const next = versions[index + 1];
    return from <= last && (next === undefined || next.from > first);
  });
}
