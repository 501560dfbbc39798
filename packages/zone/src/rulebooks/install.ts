import {
  type CheckedRulebook,
  type Contribution,
  compileContribution,
  type Decide,
  type Decided,
  type Trace,
} from "@twinline/rulebook";
import type { DecisionRecord } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";

/** A rulebook with its compiled decision, in force or not. */
export type Compiled = Pick<Installed, "rulebook" | "decide">;

/**
 * Makes a rulebook ready to decide and to count. `older` finds the rulebooks that earlier decisions were taken under: a
 * counter over what the rules said needs the very rules that said it, run again.
 */
export function installRulebook(
  rulebook: CheckedRulebook,
  compile: (rulebook: CheckedRulebook) => Decide,
  older: (hash: string) => Compiled | undefined = () => undefined,
): Installed {
  const decide = compile(rulebook);
  const self: Compiled = { rulebook, decide };
  const contributions = new Map<string, Contribution>(
    rulebook.counters.map((counter) => [counter.name, compileContribution(rulebook, counter)]),
  );
  return {
    ...self,
    amountOf(counter, record) {
      const contribution = contributions.get(counter.name);
      if (contribution === undefined)
        throw new Error(`Cannot count "${counter.name}": the rulebook does not declare it`);
      const taken = record.hash === rulebook.hash ? self : older(record.hash);
      const amount = contribution({ facts: record.facts, days: record, trace: traceOf(rulebook, record, taken) });
      return amount === undefined ? undefined : toSafe(amount, counter.name);
    },
  };
}

/** Values by this rulebook's own rules: what the rules of that time said, then what the record says they put out. */
function traceOf(rulebook: CheckedRulebook, record: DecisionRecord, taken: Compiled | undefined): Trace {
  const again = taken?.decide(record.facts, record.counters, record);
  const said =
    again?.kind === "decided" ? valuesOf(taken!.rulebook, again) : new Map<string, Trace["values"][number]>();
  for (const [name, value] of Object.entries(record.outputs)) {
    if (typeof value !== "object") said.set(name, value);
  }
  return {
    values: rulebook.rules.map(({ name }) => said.get(name)),
    rows: [],
    counters: rulebook.counters.map(({ name }) => record.counters[name]),
    versions: { parameters: [], rules: [] },
  };
}

function valuesOf({ rules }: CheckedRulebook, { trace }: Decided): Map<string, Trace["values"][number]> {
  return new Map(rules.map(({ name }, index) => [name, trace.values[index]]));
}

function toSafe(amount: bigint, counter: string): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`Cannot count "${counter}": ${amount} is beyond exact numbers`);
  return value;
}
