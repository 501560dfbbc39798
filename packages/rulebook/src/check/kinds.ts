import type { ClosedForm } from "../ir/counter.ts";
import type { Expression } from "../ir/expression.ts";
import type { Fact } from "../ir/fact.ts";
import type { Parameter } from "../ir/parameter.ts";
import type { Place } from "../ir/place.ts";
import type { Rule } from "../ir/rule.ts";
import type { Clock } from "../ir/rulebook.ts";
import { type Dependencies, dependenciesOf } from "./closure.ts";
import type { CheckedCounter } from "./counters.ts";
import { intervalOf } from "./interval.ts";

/** What the proof of a counter's kind looks up. */
export type KindContext = {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly counters: ReadonlySet<string>;
  readonly dependencies: Dependencies;
  readonly clock: Clock;
};

/** The proof of a declared kind, or where and why it fails. */
export type KindProof =
  | { readonly ok: true; readonly closed?: ClosedForm }
  | { readonly ok: false; readonly at: Place; readonly why: string };

/** Proves that a counter is of the kind its author declared (§7). */
export function proveKind({ counter, reads }: CheckedCounter, context: KindContext): KindProof {
  if (counter.kind === "facts") return proveFacts(counter, reads, context);
  return counter.kind === "clamped" ? proveClamped(counter, reads, context) : { ok: true };
}

type Head = CheckedCounter["counter"];

/** Nothing that it sums or asks for depends on a counter, so that no policy over counters changes it. */
function proveFacts(counter: Head, reads: readonly string[], context: KindContext): KindProof {
  const all = dependenciesOf(reads, context.dependencies);
  const read = [...all].find((name) => context.counters.has(name));
  if (read === undefined) return { ok: true };
  const via = reads.find((name) => dependenciesOf([name], context.dependencies).has(read));
  return { ok: false, at: counter.at, why: `"${via}" depends on the counter "${read}"` };
}

/** The summed output is `if E then min(F, max(0, L - counter)) else 0`, with L constant in the partition. */
function proveClamped(counter: Head, reads: readonly string[], context: KindContext): KindProof {
  const fail = (why: string, at = counter.at): KindProof => ({ ok: false, at, why });
  if (counter.measure.kind !== "sum" || counter.measure.of.kind !== "rule") return fail("it sums no output");
  if (counter.within !== undefined) return fail('a rolling window has no closed form, declare it "feedback"');
  const rule = context.rules.get(counter.measure.of.name);
  const [version] = rule?.versions ?? [];
  if (rule === undefined || version === undefined) return fail("what it sums is not known");
  if (rule.versions.length > 1) return fail(`the wording of "${rule.name}" changes by date`);
  const form = version.body.kind === "is" ? matchClamp(version.body.expression, counter.name) : undefined;
  if (form === undefined)
    return fail(`"${rule.name}" is not "if E then min(F, max(0, L - ${counter.name})) else 0"`, version.at);
  const condition = reads.filter((name) => name !== rule.name);
  const counted = [form.eligible, form.amount, form.limit].flatMap(namesIn).concat(condition);
  const other = [...dependenciesOf(counted, context.dependencies)].find((name) => context.counters.has(name));
  if (other !== undefined) return fail(`"${rule.name}" also depends on the counter "${other}"`);
  if (intervalOf(form.amount).min < 0n) return fail(`the amount of "${rule.name}" may be negative`, form.amount.at);
  if (intervalOf(form.limit).min < 0n) return fail(`the limit of "${rule.name}" may be negative`, form.limit.at);
  const change = findChange(counter, form.limit, context);
  if (change !== undefined) return fail(change);
  return { ok: true, closed: { ...form, eligible: both(form.eligible, counter.where) } };
}

function both(eligible: Expression, where: Expression | undefined): Expression {
  if (where === undefined) return eligible;
  if (eligible.kind === "literal") return where;
  return { kind: "and", type: { kind: "boolean" }, operands: [eligible, where], at: where.at };
}

function matchClamp(expression: Expression, counter: string): ClosedForm | undefined {
  if (expression.kind !== "if") {
    const always: Expression = { kind: "literal", type: { kind: "boolean" }, value: true, at: expression.at };
    return matchLeast(expression, counter, always);
  }
  return isZero(expression.otherwise) ? matchLeast(expression.then, counter, expression.condition) : undefined;
}

function matchLeast(expression: Expression, counter: string, eligible: Expression): ClosedForm | undefined {
  if (expression.kind !== "min" || expression.operands.length !== 2) return undefined;
  const [first, second] = expression.operands;
  const left = matchRest(first!, counter);
  const right = matchRest(second!, counter);
  if (right !== undefined && left === undefined) return { eligible, amount: first!, limit: right };
  return left !== undefined && right === undefined ? { eligible, amount: second!, limit: left } : undefined;
}

/** The L of `max(0, L - counter)`. */
function matchRest(expression: Expression, counter: string): Expression | undefined {
  if (expression.kind !== "max" || expression.operands.length !== 2) return undefined;
  const rest = expression.operands.find((operand) => operand.kind === "subtract");
  if (rest?.kind !== "subtract" || !expression.operands.some(isZero)) return undefined;
  return rest.right.kind === "counter" && rest.right.name === counter ? rest.left : undefined;
}

function isZero(expression: Expression): boolean {
  return expression.kind === "literal" && expression.value === 0;
}

/** Why a limit may change between two events of one partition; undefined when it is proven constant. */
function findChange(counter: Head, limit: Expression, context: KindContext): string | undefined {
  const { per } = counter;
  const partition = `[${per.join(", ")}]`;
  const direct = namesIn(limit);
  const names = dependenciesOf(direct, context.dependencies);
  const told = direct.find((name) => context.rules.has(name)) ?? direct[0] ?? "the limit";
  const may = (why: string) => `"${told}" may change within ${partition}: ${why}`;
  const daily = per.includes("legal_day");
  for (const name of names) {
    const fact = context.facts.get(name);
    if (fact !== undefined && !isConstant(fact, per, daily)) return may(`"${name}" is of ${fact.of}`);
    if (name === "legal_day" && !daily) return may("the legal day does");
    const versions = context.parameters.get(name)?.versions ?? context.rules.get(name)?.versions ?? [];
    if (versions.length > 1 && (!daily || context.clock.law !== "event")) return may(`"${name}" changes by date`);
  }
  return undefined;
}

function isConstant(fact: Fact, per: Head["per"], daily: boolean): boolean {
  if (fact.of === "event" || !per.includes("person")) return false;
  return fact.of === "person" || daily;
}

/** Every name an expression reads itself. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "literal":
      return [];
    case "legal-day":
      return ["legal_day"];
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
      return [expression.name];
    case "and":
    case "or":
    case "min":
    case "max":
      return expression.operands.flatMap(namesIn);
    case "not":
    case "abs":
    case "scale":
      return namesIn(expression.operand);
    case "if":
      return [expression.condition, expression.then, expression.otherwise].flatMap(namesIn);
    case "within":
      return [expression.operand, expression.low, expression.high].flatMap(namesIn);
    case "default":
      return [expression.fact.name, ...namesIn(expression.otherwise)];
    case "present":
      return [expression.fact.name];
    case "round":
      return [expression.numerator, expression.divisor, ...(expression.step ? [expression.step] : [])].flatMap(namesIn);
    case "add-months":
    case "add-years":
      return [expression.day, expression.count].flatMap(namesIn);
    case "years-between":
      return [expression.from, expression.to].flatMap(namesIn);
    default:
      return [expression.left, expression.right].flatMap(namesIn);
  }
}
