import type { Counter } from "../../ir/counter.ts";
import type { Fact } from "../../ir/fact.ts";
import type { Rule } from "../../ir/rule.ts";
import type { ValueType } from "../../ir/value-type.ts";
import { isNumeric } from "../../ir/value-type.ts";
import type { Plan } from "../plan.ts";
import { emitParameterValue } from "../source/parameter.ts";
import { hoistedParameters, scopeOf } from "../source/program.ts";
import { emitRule } from "../source/rule.ts";
import { someExpression } from "../walk.ts";
import { counterState, emitCounterAdd, emitCounterRead, noKey, partitionOf } from "./counter.ts";
import { FoldError } from "./fold.ts";

/** The text of a function that makes a fold: the rules of `compileSource`, in line in a loop over columns. */
export function emitFold(plan: Plan, folded: readonly Counter[]): string {
  const { rulebook } = plan;
  const rules = neededRules(plan, folded);
  const constants = new Map<string, string>();
  const scope = scopeOf(plan, constants, hoistedParameters(plan, rules));
  const partition = partitionOf(folded);
  const stored = rulebook.counters.filter((counter) => plan.counters.has(counter.name) && !folded.includes(counter));
  const keys = new Set(folded.flatMap(({ per }) => per).filter((key) => !key.startsWith("legal_")));
  const states = folded.map((counter) => counterState(counter, partition));
  const locals = [["subject", noKey, true] as const, ...states.flatMap((state) => state.locals)];
  const row = [
    "const law = LAW[i], legal = LEGAL[i];",
    ...(partition ? [`const fresh = B_${partition}[i] !== subject; subject = B_${partition}[i];`] : []),
    ...rulebook.facts.map(emitFactRead),
    ...stored.map(({ name }) => `const c_${name} = C_${name}[i];`),
    ...folded.flatMap((counter) => emitCounterRead(counter, partition)),
    ...folded.map(({ name, range }) => `if (c_${name} > ${range.max} || c_${name} < ${range.min}) break;`),
    ...[...scope.hoisted].map((name) => `const p_${name} = ${emitParameterValue(name, scope)};`),
    ...rules.flatMap((rule) => emitRule(rule, scope, false)),
    ...rulebook.outputs.filter((name) => plan.partial.has(name)).map((name) => `if (x_${name} !== undefined) break;`),
    ...rulebook.outputs.map((name) => `O_${name}[i] = r_${name};`),
    ...folded.flatMap((counter) => emitCounterAdd(counter, scope)),
  ];
  const buffers = rulebook.outputs.map((name) => `${name}: ${emitBuffer(ruleOf(plan, name).type)}`).join(", ");
  const body = [
    ...states.flatMap(({ lists }) => lists).map((name) => `const ${name} = [];`),
    `const kept = { ${locals.map(([name, first]) => `${name}: ${first}`).join(", ")} };`,
    "let size = -1, buffers;",
    "return function fold(batch) {",
    "const { rows, law: LAW, legal: LEGAL } = batch;",
    `if (rows > size) { size = rows; buffers = { refused: new Uint8Array(rows), outputs: { ${buffers} } }; }`,
    "const { refused, outputs } = buffers;",
    "refused.fill(0, 0, rows);",
    ...rulebook.facts.map(emitColumn),
    ...stored.map(({ name }) => `const C_${name} = batch.counters.${name};`),
    ...[...keys].map((key) => `const B_${key} = batch.subjects.${key};`),
    ...rulebook.outputs.map((name) => `const O_${name} = outputs.${name};`),
    // Locals of one call are held in registers; between batches they wait in `kept`.
    ...locals.map(([name, , isSmall]) => `let ${name} = kept.${name}${isSmall ? " | 0" : ""};`),
    // A row without an answer leaves the inner loop: with a way back inside it, every row would cost a third more.
    "for (let i = 0; i < rows; refused[i++] = 1) {",
    "for (; i < rows; i++) {",
    ...row,
    "}",
    "if (i === rows) break;",
    "}",
    ...locals.map(([name]) => `kept.${name} = ${name};`),
    "return buffers;",
    "};",
  ];
  return ['"use strict";', ...[...constants].map(([text, name]) => `const ${name} = ${text};`), ...body].join("\n");
}

/** The rules the outputs need, and those that folded counters add up or ask. */
function neededRules(plan: Plan, folded: readonly Counter[]): Rule[] {
  const needed = new Set(plan.needed);
  for (const { where, measure } of folded) {
    if (measure.kind === "sum") needed.add(measure.of.name);
    if (where) someExpression(where, (node) => node.kind === "rule" && !needed.add(node.name));
  }
  for (const rule of plan.rulebook.rules.toReversed())
    if (needed.has(rule.name)) for (const name of rule.reads) needed.add(name);
  const wide = plan.rulebook.rules.find(({ name }) => needed.has(name) && plan.wide.has(name));
  if (wide) throw new FoldError(wide.name, "its values exceed 2^53");
  return plan.rulebook.rules.filter(({ name }) => needed.has(name));
}

function ruleOf(plan: Plan, name: string): Rule {
  return plan.rulebook.rules[plan.ruleIndex.get(name)!]!;
}

function emitBuffer(type: ValueType): string {
  if (isNumeric(type)) return "new Float64Array(rows)";
  return type.kind === "boolean" ? "new Uint8Array(rows)" : "new Array(rows)";
}

function emitColumn({ name, optional, type }: Fact): string {
  const words = isNumeric(type) || type.kind === "boolean" ? "" : ` const W_${name} = batch.facts.${name}.words;`;
  const missing = optional ? ` const M_${name} = batch.facts.${name}.missing;` : "";
  return `const V_${name} = batch.facts.${name}.values;${words}${missing}`;
}

function emitFactRead({ name, optional, type }: Fact): string {
  const value = `V_${name}[i]`;
  const read = isNumeric(type) ? value : type.kind === "boolean" ? `${value} !== 0` : `W_${name}[${value}]`;
  return `const f_${name} = ${optional ? `M_${name} !== undefined && M_${name}[i] !== 0 ? undefined : ` : ""}${read};`;
}
