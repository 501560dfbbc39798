import { compileExpression } from "../compile/closures/expression.ts";
import { compileInputs } from "../compile/closures/inputs.ts";
import type { Run } from "../compile/closures/run.ts";
import type { Counters, Days, Facts, Held, Trace } from "../compile/decision.ts";
import { type Plan, planOf, spanAt } from "../compile/plan.ts";
import type { Expression } from "../ir/expression.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";

/** How many earlier events a counter counted, and the journal number of the last of them. */
export type Counted = { readonly [counter: string]: { readonly events: number; readonly last?: number } };

/** What a decision was taken on. */
export type ExplainInput = {
  readonly facts: Facts;
  readonly counters: Counters;
  readonly days: Days;
  readonly counted?: Counted;
};

/** A decision opened again: any expression of the rulebook can be asked for its value in it. */
export type Teller = {
  readonly rulebook: CheckedRulebook;
  readonly plan: Plan;
  readonly run: Run;
  readonly trace: Trace;
  readonly input: ExplainInput;
  readonly evaluate: (node: Expression) => Held;
};

/** Opens a decided decision from what it was taken on and its trace. */
export function tellerOf(rulebook: CheckedRulebook, input: ExplainInput, trace: Trace): Teller {
  const plan = planOf(rulebook);
  const inputs = compileInputs(plan)(input.facts, input.counters);
  if ("kind" in inputs) throw new TypeError(`Cannot explain the decision: "${inputs.name}" is ${inputs.reason}`);
  const { law, legal } = input.days;
  const run: Run = {
    ...inputs,
    legal,
    span: spanAt(plan.spans, law),
    values: [...trace.values],
    refusals: [],
    hit: 0,
  };
  return { rulebook, plan, run, trace, input, evaluate: (node) => compileExpression(node, plan, "")(run) };
}
