import type { Rule, RuleVersion } from "../../ir/rule.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import type { Decide, Decision, Held, RowsHit, Traced } from "../decision.ts";
import { type Plan, planOf, spanAt } from "../plan.ts";
import { caught, refuse } from "../stops.ts";
import { isWide } from "../wide.ts";
import { compileExpression } from "./expression.ts";
import { convert } from "./held.ts";
import { compileInputs } from "./inputs.ts";
import type { Run } from "./run.ts";
import { compileTable } from "./table.ts";

/** The decisions and traces of `compileSource`, to the bit, without making code from text: for browsers. */
export function compileClosures(rulebook: CheckedRulebook): Decide {
  const plan = planOf(rulebook);
  const readInputs = compileInputs(plan);
  const rules = rulebook.rules.map((rule) => compileRule(rule, plan));
  const answer = compileAnswer(plan);
  return (facts, counters, days) => {
    if (!(days.law >= rulebook.covers.from)) return refuse("before-coverage", rulebook.name);
    const inputs = readInputs(facts, counters);
    if ("kind" in inputs) return inputs;
    const run: Run = {
      facts: inputs.facts,
      counters: inputs.counters,
      legal: days.legal,
      span: spanAt(plan.spans, days.law),
      values: new Array(rules.length),
      refusals: plan.partial.size === 0 ? none : [],
      hit: 0,
    };
    const rows: RowsHit[] = new Array(rules.length);
    for (let index = 0; index < rules.length; index++) rows[index] = rules[index]!(run);
    return answer(run, rows);
  };
}

/** Shared by all decisions of rulebooks in which no rule can be refused: nothing is ever put into it. */
const none: Run["refusals"] = [];

function compileAnswer(plan: Plan): (run: Run, rows: readonly RowsHit[]) => Decision {
  const places = plan.rulebook.outputs.map((name) => ({ name, index: plan.ruleIndex.get(name)! }));
  return (run, rows) => {
    const outputs: { [name: string]: Held | readonly Held[] } = {};
    for (const { name, index } of places) {
      const refusal = run.refusals[index];
      if (refusal !== undefined) return refusal;
      outputs[name] = run.values[index]!;
    }
    const versions = plan.inForce[run.span]!;
    return { kind: "decided", outputs, trace: { values: run.values, rows, counters: run.counters, versions } };
  };
}

/** Runs a rule, keeps its value or its refusal, and tells the rows it hit. */
function compileRule(rule: Rule, plan: Plan): (run: Run) => RowsHit {
  const index = plan.ruleIndex.get(rule.name)!;
  const versions = rule.versions.map((version) => compileBody(rule, version, plan));
  const bySpan = plan.inForce.map(({ rules }) => versions[rules[index]!]);
  const [only, ...more] = [...new Set(bySpan)];
  const body = more.length === 0 && only ? only : (run: Run) => bySpan[run.span]?.(run);
  const decide = (run: Run): RowsHit => {
    run.hit = 0;
    run.values[index] = body(run);
    return run.hit;
  };
  if (!plan.partial.has(rule.name)) return decide;
  return (run) => {
    try {
      return decide(run);
    } catch (stop) {
      run.refusals[index] = caught(stop);
      run.values[index] = undefined;
      return 0;
    }
  };
}

function compileBody(rule: Rule, version: RuleVersion, plan: Plan): (run: Run) => Traced {
  if (version.body.kind === "table") return compileTable(rule, version.body, plan);
  const { expression } = version.body;
  return convert(compileExpression(expression, plan, rule.name), isWide(expression), plan.wide.has(rule.name));
}
