import { compileExpression } from "../compile/closures/expression.ts";
import { compileInputs } from "../compile/closures/inputs.ts";
import type { Run } from "../compile/closures/run.ts";
import type { Counters, Days, Facts, Held, Trace } from "../compile/decision.ts";
import { type Plan, planOf, spanAt } from "../compile/plan.ts";
import type { Expression } from "../ir/expression.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";

/** How many earlier events a counter counted, the journal number of the last of them, and all their numbers in order. */
export type Counted = {
  readonly [counter: string]: {
    readonly events: number;
    readonly last?: number;
    readonly entries?: readonly number[];
  };
};

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

/** What every telling of one rulebook shares; expressions are compiled when they are first asked for. */
type Readied = {
  readonly plan: Plan;
  readonly inputs: ReturnType<typeof compileInputs>;
  readonly compiled: WeakMap<Expression, ReturnType<typeof compileExpression>>;
};

const readied = new WeakMap<CheckedRulebook, Readied>();

function ready(rulebook: CheckedRulebook): Readied {
  const known = readied.get(rulebook);
  if (known !== undefined) return known;
  const plan = planOf(rulebook);
  const made: Readied = { plan, inputs: compileInputs(plan), compiled: new WeakMap() };
  readied.set(rulebook, made);
  return made;
}

/** Opens a decided decision from what it was taken on and its trace. */
export function tellerOf(rulebook: CheckedRulebook, input: ExplainInput, trace: Trace): Teller {
  const { plan, inputs: readInputs, compiled } = ready(rulebook);
  const { law, legal } = input.days;
  const run: Run = {
    facts: [],
    counters: [],
    legal,
    span: spanAt(plan.spans, law),
    values: [...trace.values],
    refusals: [],
    rows: [...trace.rows],
  };
  const refusal = readInputs(input.facts, input.counters, run);
  if (refusal) throw new TypeError(`Cannot explain the decision: "${refusal.name}" is ${refusal.reason}`);
  const evaluate = (node: Expression): Held => {
    let read = compiled.get(node);
    if (read === undefined) {
      read = compileExpression(node, plan, "");
      compiled.set(node, read);
    }
    return read(run);
  };
  return { rulebook, plan, run, trace, input, evaluate };
}
