import type { Rule, RuleVersion } from "../../ir/rule.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import type { Decide, Decision, Held, Outputs, RowsHit, Traced } from "../decision.ts";
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
  // Copies of arrays of the right length are made much quicker than arrays that grow.
  const [facts0, counters0, values0] = [rulebook.facts, rulebook.counters, rulebook.rules].map((each) =>
    each.map(() => undefined),
  );
  const rows0: RowsHit[] = rulebook.rules.map(() => 0);
  const isPartial = plan.partial.size > 0;
  return (facts, counters, days) => {
    if (!(days.law >= rulebook.covers.from)) return refuse("before-coverage", rulebook.name);
    const run: Run = {
      facts: facts0!.slice(),
      counters: counters0!.slice(),
      legal: days.legal,
      span: spanAt(plan.spans, days.law),
      values: values0!.slice(),
      refusals: isPartial ? [] : none,
      rows: rows0.slice(),
    };
    const refusal = readInputs(facts, counters, run);
    if (refusal !== undefined) return refusal;
    for (let index = 0; index < rules.length; index++) run.values[index] = rules[index]!(run);
    return answer(run);
  };
}

/** Shared by all decisions of rulebooks in which no rule can be refused: nothing is ever put into it. */
const none: Run["refusals"] = [];

function compileAnswer(plan: Plan): (run: Run) => Decision {
  const places = plan.rulebook.outputs.map((name) => ({ name, index: plan.ruleIndex.get(name)! }));
  const refusable = places.filter(({ name }) => plan.partial.has(name));
  // A copy of an object with all names is made much quicker than an object name by name.
  const blank: Outputs = Object.fromEntries(places.map(({ name }) => [name, false]));
  return (run) => {
    for (const { index } of refusable) {
      const refusal = run.refusals[index];
      if (refusal !== undefined) return refusal;
    }
    const outputs: { [name: string]: Held | readonly Held[] } = { ...blank };
    for (let place = 0; place < places.length; place++) {
      const { name, index } = places[place]!;
      outputs[name] = run.values[index]!;
    }
    const { values, rows, counters, span } = run;
    return { kind: "decided", outputs, trace: { values, rows, counters, versions: plan.inForce[span]! } };
  };
}

/** Gives a rule's value, keeps the rows it hit, and keeps its refusal where it has no value. */
function compileRule(rule: Rule, plan: Plan): (run: Run) => Traced {
  const index = plan.ruleIndex.get(rule.name)!;
  const versions = rule.versions.map((version) => compileBody(rule, version, plan));
  const bySpan = plan.inForce.map(({ rules }) => versions[rules[index]!]);
  const [only, ...more] = [...new Set(bySpan)];
  const body = more.length === 0 && only ? only : (run: Run) => bySpan[run.span]?.(run);
  if (!plan.partial.has(rule.name)) return body;
  return (run) => {
    try {
      return body(run);
    } catch (stop) {
      run.refusals[index] = caught(stop);
      run.rows[index] = 0;
      return undefined;
    }
  };
}

function compileBody(rule: Rule, version: RuleVersion, plan: Plan): (run: Run) => Traced {
  if (version.body.kind === "table") return compileTable(rule, version.body, plan);
  const { expression } = version.body;
  return convert(compileExpression(expression, plan, rule.name), isWide(expression), plan.wide.has(rule.name));
}
