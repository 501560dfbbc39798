import type { CounterKey } from "@twinline/rulebook";
import type { Dimension } from "./dimensions.ts";
import type { Feed } from "./feed.ts";

/** A coded output and the codes it can have; `undefined`, when a policy has no answer, comes after the last. */
export type Coded = { readonly name: string; readonly codes: readonly (string | boolean)[] };

/** A counter that lives in a local variable of the loop; `output` is what an event adds to it. */
export type LoopCounter = {
  readonly name: string;
  readonly output: string;
  readonly per: readonly CounterKey[];
  /** Legal days of a rolling window; its days and what they added are kept beside the sum. */
  readonly within?: number;
};

/** What a loop is generated from. Names are checked names of rulebooks; all other text goes through JSON. */
export type LoopPlan = {
  readonly feed: Feed;
  readonly facts: ReadonlyMap<string, string>;
  readonly policies: readonly [readonly LoopCounter[], readonly LoopCounter[]];
  /** The law date set for all events; the day of the event when absent. */
  readonly law: number | undefined;
  /** Outputs that are added up. */
  readonly amounts: readonly string[];
  readonly coded: readonly Coded[];
  /** The output whose fall makes a winner. */
  readonly burden: string | undefined;
  readonly dimensions: readonly Dimension[];
};

/** Numbers kept for each key of a dimension: lines, amounts of base and reform, who pays less and more, and how much. */
export function measuresOf({ amounts }: Pick<LoopPlan, "amounts">): number {
  return 5 + 2 * amounts.length;
}

/** How a day of a row is told from the one before, by the keys a counter may have. */
const changed: { readonly [key in CounterKey]?: string } = {
  person: "newPerson",
  visit: "visit !== lastVisit",
  passage: "newPassage",
  legal_day: "newDay",
  legal_week: "week !== lastWeek",
  legal_month: "month !== lastMonth",
  legal_year: "year !== lastYear",
};

const SUBJECTS: ReadonlySet<CounterKey> = new Set<CounterKey>(["person", "visit", "passage"]);

/** Whether rows sorted by person, day and number hold each of the counter's partitions in one piece. */
export function isFoldable(per: readonly CounterKey[]): boolean {
  return per.every((key) => changed[key] !== undefined) && per.some((key) => SUBJECTS.has(key));
}

/**
 * Text of an async function that folds sorted rows through both policies. Counters are its local variables: a row adds to
 * them only what its own decision allowed, so that a refusal does not count.
 */
export function emitLoop(plan: LoopPlan): string {
  const { feed, facts, dimensions, policies } = plan;
  const keys = new Set(policies.flat().flatMap(({ per }) => per));
  const [person, day, passage, line] = ["x.person", "x.day", "x.passage", "x.line"].map(feed.column);
  const visit = keys.has("visit") ? feed.column("x.visit") : "0";
  const given = [...facts].map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(", ");
  const row = [
    `const newPerson = ${person} !== lastPerson, newDay = newPerson || ${day} !== lastDay;`,
    `const newPassage = newDay || ${passage} !== lastPassage, visit = ${visit};`,
    `if (newPerson) { settle(net); net = 0; lastPerson = ${person}; }`,
    `if (newDay) { lastDay = ${day}; days = { law: ${plan.law ?? day}, legal: ${day} };`,
    `  ({ week, month, year } = calendar[${day} - firstDay]); }`,
    `if (newPassage) { passages++; lastPassage = ${passage}; }`,
    ...policies.flatMap((counters, index) => counters.map((counter) => emitReset(counter, index))),
    "lastVisit = visit; lastWeek = week; lastMonth = month; lastYear = year; lines++;",
    `const facts = { ${given} };`,
    ...policies.flatMap((counters, index) => emitDecision(plan, counters, index)),
    ...emitBurden(plan),
    ...plan.coded.map((coded, index) => emitCoded(coded, index, `${passage}, ${line}`)),
    plan.burden === undefined
      ? ""
      : emitChange(plan.coded.length, "2", "d < 0 ? 0 : d > 0 ? 1 : 2", 3, `${passage}, ${line}`),
    ...dimensions.map((dimension, index) => emitGroup(plan, dimension, index)),
  ];
  return [
    '"use strict";',
    "return async function fold(next, policies, constants, calendar, firstDay, groups, changes, on) {",
    `const [${feed.constants.map((_, index) => `K${index}`).join(", ")}] = constants;`,
    `const [${dimensions.map((_, index) => `G${index}`).join(", ")}] = groups;`,
    `const [${[...plan.coded, "burden"].map((_, index) => `C${index}`).join(", ")}] = changes;`,
    "const { settle, keep, unanswered, progress } = on, decide0 = policies[0], decide1 = policies[1];",
    "let lastPerson = -1, lastDay = -1, lastPassage = -1, lastVisit = -1, lastWeek = -1, lastMonth = -1, lastYear = -1;",
    "let week = -1, month = -1, year = -1, days, net = 0, lines = 0, passages = 0;",
    ...policies.flatMap((counters, index) => counters.map((counter) => emitLocals(counter, index))),
    "for (;;) {",
    "const chunk = await next();",
    "if (chunk === null || chunk.rowCount === 0) break;",
    ...feed.columns.map((_, index) => `const V${index} = chunk.getColumnVector(${index});`),
    "for (let i = 0, n = chunk.rowCount; i < n; i++) {",
    ...feed.columns.map((_, index) => `const v${index} = V${index}.getItem(i);`),
    ...row,
    "}",
    "progress(lines);",
    "}",
    "if (lines > 0) settle(net);",
    "return { lines, passages };",
    "};",
  ].join("\n");
}

function emitReset({ name, per, within }: LoopCounter, policy: number): string {
  const own = `${policy}_${name}`;
  const reset = `if (${per.map((key) => changed[key]).join(" || ")})`;
  if (within === undefined) return `${reset} c${own} = 0;`;
  return `${reset} { c${own} = h${own} = D${own}.length = S${own}.length = 0; }
else if (newDay) while (h${own} < D${own}.length && D${own}[h${own}] <= lastDay - ${within}) c${own} -= S${own}[h${own}++];`;
}

function emitAdd({ name, output, within }: LoopCounter, policy: number): string {
  const [own, amount] = [`${policy}_${name}`, `o${policy}.${output}`];
  const add = `c${own} += ${amount};`;
  if (within === undefined) return add;
  return `${add} if (D${own}.at(-1) === lastDay) S${own}[S${own}.length - 1] += ${amount}; else { D${own}.push(lastDay); S${own}.push(${amount}); }`;
}

/** Locals of a counter with their first values. */
function emitLocals({ name, within }: LoopCounter, policy: number): string {
  const own = `${policy}_${name}`;
  return within === undefined ? `let c${own} = 0;` : `let c${own} = 0, h${own} = 0; const D${own} = [], S${own} = [];`;
}

/** The policy's own function decides; its amounts become locals `a0_NAME`, 0 where it has no answer. */
function emitDecision({ amounts, coded }: LoopPlan, counters: readonly LoopCounter[], policy: number): string[] {
  const held = `{ ${counters.map(({ name }) => `${JSON.stringify(name)}: c${policy}_${name}`).join(", ")} }`;
  const names = [...new Set([...amounts, ...coded.map(({ name }) => name)])];
  return [
    `const held${policy} = ${held}, made${policy} = decide${policy}(facts, held${policy}, days);`,
    `let ${[...names.map((name) => `a${policy}_${name}`), `o${policy} = undefined`].join(", ")};`,
    `if (made${policy}.kind === "decided") { o${policy} = made${policy}.outputs;`,
    ...names.map((name) => `a${policy}_${name} = o${policy}.${name};`),
    ...counters.map((counter) => emitAdd(counter, policy)),
    `} else { unanswered(${policy}, made${policy}); ${amounts.map((name) => `a${policy}_${name} = 0;`).join(" ")} }`,
  ];
}

function emitBurden({ burden }: LoopPlan): string[] {
  return [`const d = ${burden === undefined ? "0" : `a1_${burden} - a0_${burden}`};`, "net += d;"];
}

function emitCoded({ name, codes }: Coded, index: number, row: string): string {
  const place = (value: string) =>
    `(${codes.map((code, number) => `${value} === ${JSON.stringify(code)} ? ${number} : `).join("")}${codes.length})`;
  const [from, to] = [place(`a0_${name}`), place(`a1_${name}`)];
  return emitChange(index, from, `a0_${name} === a1_${name} ? from : ${to}`, codes.length + 1, row);
}

function emitChange(index: number, from: string, to: string, width: number, row: string): string {
  return `{ const from = ${from}, to = ${to}, seen = C${index}[from * ${width} + to]++;
if (from !== to && seen < on.examples) keep(${index}, from, to, ${row}, days, facts, held0, held1); }`;
}

function emitGroup(plan: LoopPlan, { index: key }: Dimension, index: number): string {
  const measures = measuresOf(plan);
  const sums = plan.amounts.flatMap((name) => [`a0_${name}`, `a1_${name}`]);
  const adds = ["1", ...sums].map((text, place) => `G${index}[at + ${place}] += ${text};`).join(" ");
  const rest = 1 + sums.length;
  return `{ const at = (${key}) * ${measures}; ${adds}
if (d < 0) { G${index}[at + ${rest}]++; G${index}[at + ${rest + 2}] -= d; }
else if (d > 0) { G${index}[at + ${rest + 1}]++; G${index}[at + ${rest + 3}] += d; } }`;
}
