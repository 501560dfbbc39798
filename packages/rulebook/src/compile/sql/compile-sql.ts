import type { Counter } from "../../ir/counter.ts";
import type { Rule } from "../../ir/rule.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { type Plan, planOf } from "../plan.ts";
import { integerText, standIn } from "./constant.ts";
import { lateText, windowText } from "./counter.ts";
import { type Dialect, type DialectName, dialects, quoteName } from "./dialect.ts";
import { expressionText } from "./expression.ts";
import { type Input, inputsOf } from "./inputs.ts";
import { type Item, levelsOf } from "./levels.ts";
import { firstText, refusalColumn, refusalText } from "./refusal.ts";
import type { SqlScope } from "./scope.ts";
import { rowText, tableRefusalText, tableText } from "./table.ts";

export type SqlOptions = {
  /** A relation, or a query in brackets, with the facts by name, `law` and `legal` as days since 1970, and the counters. */
  readonly source: string;
  /** Columns of the source passed through to the result; none may have the name of a fact, counter or rule. */
  readonly keep?: readonly string[];
  /** Counters computed here over earlier rows, by `seq` and the counter's keys; the others are columns of the source. */
  readonly windows?: readonly string[];
  /** Values selected: outputs if left out. */
  readonly columns?: readonly string[];
  /** Adds `NAME#`, the row hit, for each selected rule with a unique or first table. */
  readonly rows?: boolean;
  /** A history decided before is known to be valid: facts are not checked again and `refusal` tells rules only. */
  readonly trusted?: boolean;
};

/** A query: `text` gives the kept columns, `refusal` ("" or "reason:name") and the values, whose names are `columns`. */
export type SqlQuery = { readonly text: string; readonly columns: readonly string[] };

/**
 * A rulebook as one SELECT: a level of nesting for each step of dependence, so that any value can be selected by its
 * name. Where `refusal` is not empty, the values stand for nothing.
 */
export function compileSql(rulebook: CheckedRulebook, dialect: DialectName, options: SqlOptions): SqlQuery {
  const plan = planOf(rulebook);
  const scope: SqlScope = { plan, dialect: dialects[dialect], rule: "", guards: [], shared: new Map() };
  const windows = options.windows ?? [];
  const asColumns = [...plan.counters].filter((name) => !windows.includes(name));
  const inputs = inputsOf(plan, asColumns, scope.dialect);
  const selected = options.columns ?? rulebook.outputs;
  const items = itemsOf(scope, windows, options.rows === true);
  const rows = selected.map((name) => `${name}#`).filter((row) => items.some(({ name }) => name === row));
  const late = windows.map((name) => `${name}!`).filter((name) => items.some((item) => item.name === name));
  const refusals = [
    "input!",
    ...late,
    ...rulebook.outputs.filter((name) => plan.partial.has(name)).map((name) => `${name}!`),
  ];
  const columns = [...selected, ...rows];
  const levels = levelsOf(items, [...columns, ...refusals], scope.dialect).reduce(
    (below, level, index) =>
      `SELECT *, ${level.map(({ name, text }) => `${text} AS ${quoteName(name)}`).join(", ")} FROM (${below}) AS "l${index}"${scope.dialect.fence}`,
    baseText(plan, inputs, asColumns, options, scope.dialect),
  );
  const refusal = `${firstText(refusals.map(quoteName))} AS "refusal"`;
  const list = [...(options.keep ?? []).map(quoteName), refusal, ...columns.map(quoteName)];
  return { text: `SELECT ${list.join(", ")} FROM (${levels}) AS "decided"`, columns };
}

/** The source with every fact checked and free of NULL, and with why a row cannot be decided in `input!`. */
function baseText(
  plan: Plan,
  inputs: readonly Input[],
  counters: readonly string[],
  options: SqlOptions,
  dialect: Dialect,
): string {
  const { rulebook } = plan;
  const kept = ["law", "legal", ...(options.keep ?? [])].map(quoteName);
  const keys =
    (options.windows ?? []).length === 0
      ? []
      : ["seq", ...subjectsOf(rulebook, options.windows!)].filter((key) => !options.keep?.includes(key)).map(quoteName);
  if (options.trusted) {
    const names = [...rulebook.facts.map(({ name }) => name), ...counters];
    return `SELECT ${[...kept, ...keys, ...names.map(quoteName)].join(", ")}, '' AS "input!" FROM ${options.source} AS "source"`;
  }
  const missing = (name: string) => (counters.includes(name) ? "counter-unavailable" : "missing-fact");
  const tests = inputs.flatMap(({ name, valid, fault, optional }) => [
    ...(optional ? [] : [`WHEN ${quoteName(name)} IS NULL THEN ${dialect.text(`${missing(name)}:${name}`)}`]),
    `WHEN ${optional ? `${quoteName(name)} IS NOT NULL AND ` : ""}NOT (${valid}) THEN ${dialect.text(`${fault}:${name}`)}`,
  ]);
  const before = `WHEN "law" < ${rulebook.covers.from} THEN ${dialect.text(`before-coverage:${rulebook.name}`)}`;
  // One level tells the fault from the raw columns, the next cleans them: an alias must not meet its own column.
  const told = `SELECT *, CASE ${[before, ...tests].join(" ")} ELSE '' END AS "input!" FROM ${options.source} AS "source"`;
  const clean = inputs.map(({ name, clean: text }) => `${text} AS ${quoteName(`${name}~`)}`);
  const cleaned = `SELECT ${[...kept, ...keys, '"input!"', ...clean].join(", ")} FROM (${told}) AS "told"`;
  const named = inputs.map(({ name }) => `${quoteName(`${name}~`)} AS ${quoteName(name)}`);
  return `SELECT ${[...kept, ...keys, '"input!"', ...named].join(", ")} FROM (${cleaned}) AS "cleaned"`;
}

function subjectsOf(rulebook: CheckedRulebook, windows: readonly string[]): string[] {
  const keys = rulebook.counters.filter(({ name }) => windows.includes(name)).flatMap(({ per }) => per);
  return [...new Set(keys.filter((key) => !key.startsWith("legal_")))];
}

function itemsOf(scope: SqlScope, windows: readonly string[], rows: boolean): Item[] {
  const { rulebook } = scope.plan;
  const counters = rulebook.counters.filter(({ name }) => windows.includes(name));
  const own = [
    ...counters.flatMap((counter) => counterItems(counter, { ...scope, rule: counter.name })),
    ...rulebook.rules.flatMap((rule) => ruleItems(rule, { ...scope, rule: rule.name }, rows)),
  ];
  const shared = [...scope.shared].map(([text, quoted]) => ({ name: quoted.slice(1, -1), text }));
  return [...shared, ...own];
}

function counterItems(counter: Counter, scope: SqlScope): Item[] {
  const late = lateText(counter, scope);
  const value = { name: counter.name, text: windowText(counter, scope) };
  return late === undefined ? [value] : [value, { name: `${counter.name}!`, text: late }];
}

function ruleItems(rule: Rule, scope: SqlScope, rows: boolean): Item[] {
  const none = rule.bounds ? integerText(rule.bounds.min, scope.dialect) : standIn(rule.type, scope.dialect);
  const value = versionsText(rule, scope, none, ({ body }) =>
    body.kind === "is" ? expressionText(body.expression, scope) : tableText(rule, body, scope),
  );
  const number = versionsText(rule, scope, "0", ({ body }) =>
    body.kind === "table" ? rowText(body, scope) : undefined,
  );
  const hasRows = rows && rule.versions.some(({ body }) => body.kind === "table" && rowText(body, scope) !== undefined);
  const mayRefuse = scope.plan.partial.has(rule.name);
  const guard = (text: string, otherwise: string) =>
    mayRefuse ? `CASE WHEN ${refusalColumn(rule.name)} = '' THEN ${text} ELSE ${otherwise} END` : text;
  const refusal = versionsText(rule, scope, "''", ({ body }) =>
    body.kind === "is" ? refusalText(body.expression, scope) : tableRefusalText(body, scope),
  );
  return [
    ...(mayRefuse ? [{ name: `${rule.name}!`, text: refusal }] : []),
    {
      name: rule.name,
      text: rule.type.kind === "boolean" ? scope.dialect.boolean(guard(value, none)) : guard(value, none),
    },
    ...(hasRows ? [{ name: `${rule.name}#`, text: guard(number, "0") }] : []),
  ];
}

/** The wording in force on the row's law date, newest first. */
function versionsText(
  rule: Rule,
  { plan }: SqlScope,
  none: string,
  write: (version: Rule["versions"][number]) => string | undefined,
): string {
  const first = plan.rulebook.covers.from;
  const inCover = rule.versions.filter((_, index) => {
    const next = rule.versions[index + 1];
    return next === undefined || next.from > first;
  });
  const branches = inCover
    .filter(({ from }) => from > first)
    .toReversed()
    .map((version) => `WHEN "law" >= ${version.from} THEN ${write(version) ?? none}`);
  const [oldest] = inCover;
  const last = oldest && oldest.from <= first ? (write(oldest) ?? none) : none;
  return branches.length === 0 ? last : `(CASE ${branches.join(" ")} ELSE ${last} END)`;
}
