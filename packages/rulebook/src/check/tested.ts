import type { Counter } from "../ir/counter.ts";
import type { Example } from "../ir/example.ts";
import type { Rule } from "../ir/rule.ts";
import type { Findings } from "../read/findings.ts";
import { type Dependencies, dependenciesOf } from "./closure.ts";

/** Every rule that an output needs is reached by a test that expects such an output; a rule without is a finding. */
export function checkTested(
  rules: readonly Rule[],
  counters: readonly Pick<Counter, "name" | "measure">[],
  outputs: readonly string[],
  examples: readonly Example[],
  dependencies: Dependencies,
  findings: Findings,
): void {
  const expected = examples.flatMap(({ expect }) =>
    expect.kind === "outputs" ? expect.outputs.map(({ name }) => name) : [],
  );
  const sums = new Map(
    counters.flatMap(({ name, measure }) => (measure.kind === "sum" ? [[name, measure.of.name] as const] : [])),
  );
  const reached = reach(expected, sums, dependencies);
  const needed = reach(outputs, sums, dependencies);
  for (const { name, at } of rules) {
    if (!needed.has(name) || reached.has(name)) continue;
    findings.error(
      "test/none",
      at,
      `Cannot use the rule "${name}" without an example: no test expects an output that needs it`,
    );
  }
}

/** What a set of outputs depends on, also through what its counters sum. */
function reach(
  names: readonly string[],
  sums: ReadonlyMap<string, string>,
  dependencies: Dependencies,
): ReadonlySet<string> {
  const direct = dependenciesOf(names, dependencies);
  const summed = [...direct].flatMap((name) => sums.get(name) ?? []).filter((name) => !direct.has(name));
  return summed.length === 0 ? direct : reach([...direct, ...summed], sums, dependencies);
}
