import type { CheckedRulebook, Parameter, Rule, RuleVersion, Table, Texts } from "@twinline/rulebook";
import { inForce } from "./in-force.ts";
import { distinct, type Provision, provisionOf } from "./provision.ts";
import { referencesIn, referencesOf } from "./references.ts";

/** One place of the law where nationality or side is read. */
export type Reading = {
  readonly rule: string;
  readonly label: Texts | undefined;
  readonly through: "row" | "formula" | "parameter";
  /** Number of the table's row, from 1. */
  readonly row?: number;
  /** Parameter whose figure goes by the fact. */
  readonly parameter?: string;
  /** Conditions of the row as written, by column. */
  readonly cells?: { readonly [column: string]: string };
  readonly facts: readonly string[];
  readonly since: string;
  readonly provisions: readonly Provision[];
};

/** Every place in force on the law date that reads one of the facts, in the order of the rules. */
export function readingsOf(rulebook: CheckedRulebook, facts: ReadonlySet<string>, law: number): readonly Reading[] {
  return rulebook.rules.flatMap((rule) => {
    const version = inForce(rule.versions, law);
    if (version === undefined) return [];
    const own =
      version.body.kind === "table"
        ? rowReadings(rulebook, rule, version, version.body, facts)
        : formulaReadings(rulebook, rule, version, facts);
    return [...own, ...parameterReadings(rulebook, rule, version, facts, law)];
  });
}

type Place = Pick<Reading, "rule" | "label" | "since">;

function placeOf({ name, label }: Rule, from: number): Place {
  return { rule: name, label, since: Temporal.PlainDate.from("1970-01-01").add({ days: from }).toString() };
}

function factsIn(part: unknown, facts: ReadonlySet<string>): readonly string[] {
  return referencesIn(part).flatMap(({ kind, name }) => (kind === "fact" && facts.has(name) ? [name] : []));
}

function rowReadings(
  rulebook: CheckedRulebook,
  rule: Rule,
  version: RuleVersion,
  { columns, rows }: Table,
  facts: ReadonlySet<string>,
): readonly Reading[] {
  return rows.flatMap((row) => {
    const read = factsIn([row.cells, row.output], facts);
    if (read.length === 0) return [];
    const cells = row.cells.flatMap((cell, at) => (cell.kind === "when" ? [[columns[at]!.name, cell.text]] : []));
    return [
      {
        ...placeOf(rule, version.from),
        through: "row" as const,
        row: row.number,
        cells: Object.fromEntries(cells),
        facts: read,
        provisions: distinct(row.source.map((source) => provisionOf(rulebook, source))),
      },
    ];
  });
}

function formulaReadings(
  rulebook: CheckedRulebook,
  rule: Rule,
  version: RuleVersion,
  facts: ReadonlySet<string>,
): readonly Reading[] {
  const read = factsIn(version.body, facts);
  const provisions = distinct(version.source.map((source) => provisionOf(rulebook, source)));
  return read.length === 0 ? [] : [{ ...placeOf(rule, version.from), through: "formula", facts: read, provisions }];
}

function parameterReadings(
  rulebook: CheckedRulebook,
  rule: Rule,
  version: RuleVersion,
  facts: ReadonlySet<string>,
  law: number,
): readonly Reading[] {
  const keyed = (name: string): Parameter | undefined =>
    rulebook.parameters.find((one) => one.name === name && one.by !== undefined && facts.has(one.by));
  return referencesOf(version).flatMap(({ kind, name }) => {
    const parameter = kind === "parameter" ? keyed(name) : undefined;
    const figures = parameter && inForce(parameter.versions, law);
    if (parameter === undefined || figures === undefined) return [];
    const provisions = figures.source.map((source) => provisionOf(rulebook, source, figures.confidence));
    const place = placeOf(rule, figures.from);
    return [{ ...place, through: "parameter" as const, parameter: name, facts: [parameter.by!], provisions }];
  });
}
