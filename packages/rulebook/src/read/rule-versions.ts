import type { Place } from "../ir/place.ts";
import type { HitPolicy } from "../ir/table.ts";
import { parseExpression } from "../parse/expression.ts";
import { parseTable } from "../parse/table.ts";
import { attempt } from "./attempt.ts";
import type { Reliance } from "./citations.ts";
import type { FormulaDraft, TableDraft, VersionDraft } from "./draft.ts";
import { asSequence, type Fields, readFields } from "./fields.ts";
import type { RuleContext } from "./rules.ts";
import { dayText, parseDay } from "./scalar/day.ts";
import { readNote, readScalar, readWord } from "./values.ts";

/** Keys that say what a rule is: on the rule itself, or on each of its versions. */
export const bodyKeys = ["is", "hit", "table", "empty", "source", "retroactive"] as const;

const hits: { readonly [written: string]: HitPolicy } = {
  unique: "unique",
  first: "first",
  any: "any",
  "collect sum": "collect-sum",
  "collect min": "collect-min",
  "collect max": "collect-max",
  "collect list": "collect-list",
};

/** Reads the dated `versions` of a rule; one with an error is left out. A source beside `versions` holds for all. */
export function readRuleVersions(name: string, rule: Fields, context: RuleContext): VersionDraft[] {
  const { findings } = context;
  const sequence = asSequence(rule.find("versions")!, `the versions of "${name}"`, findings);
  if (sequence?.items.length === 0)
    findings.error("date/coverage", sequence.at, `Cannot use "${name}": it has no versions`);
  return (sequence?.items ?? []).flatMap((item) => {
    const keys = { required: ["from"], optional: [...bodyKeys, "note"] };
    const fields = readFields(item, `a version of "${name}"`, keys, findings);
    const from = fields && readScalar(fields.scalar("from"), "a first day", parseDay, findings);
    if (fields === undefined || from === undefined) return [];
    return readRuleVersion(name, fields, fields.at, from, context, rule) ?? [];
  });
}

/** Reads one wording of a rule, in force from a day. */
export function readRuleVersion(
  name: string,
  fields: Fields,
  at: Place,
  from: number,
  context: RuleContext,
  rule?: Fields,
): VersionDraft | undefined {
  const { citations, findings } = context;
  const retroactive =
    fields.has("retroactive") &&
    readWord(fields.scalar("retroactive"), '"retroactive"', ["true", "false"], findings) === "true";
  const reliance = { from, retroactive };
  const source = citations.read(fields.find("source") ?? rule?.find("source"), reliance);
  const body = readBody(name, fields, at, reliance, context);
  const note = rule && readNote(fields.find("note"), findings);
  if (body === undefined) return undefined;
  const cited = fields.has("source") || rule?.has("source") === true;
  if (!cited && (body.kind === "is" || body.table.rows.some((row) => row.source === undefined))) {
    const since = rule ? ` from ${dayText(from)}` : "";
    findings.error("rule/uncited", at, `Cannot use the rule "${name}"${since}: it has no source`);
  }
  return { from, body, source, ...(note && { note }), at };
}

function readBody(
  name: string,
  fields: Fields,
  at: Place,
  reliance: Reliance,
  context: RuleContext,
): FormulaDraft | TableDraft | undefined {
  const { findings } = context;
  if (fields.has("is") === fields.has("table")) {
    findings.error("file/missing", at, `Cannot read the rule "${name}": it needs either "is" or "table"`);
    return undefined;
  }
  if (fields.has("table")) return readTable(name, fields, reliance, context);
  for (const key of ["hit", "empty"]) {
    if (fields.has(key)) findings.error("file/key", fields.find(key)!.at, `Cannot use "${key}" without "table"`);
  }
  const scalar = fields.scalar("is");
  const syntax = scalar && attempt(() => parseExpression(scalar.text, scalar.placeOf), findings);
  return syntax && { kind: "is", syntax };
}

function readTable(
  name: string,
  fields: Fields,
  reliance: Reliance,
  { citations, findings }: RuleContext,
): TableDraft | undefined {
  const word = fields.has("hit")
    ? readWord(fields.scalar("hit"), "a hit policy", Object.keys(hits), findings)
    : "unique";
  const scalar = fields.scalar("table");
  const emptyScalar = fields.has("empty") ? fields.scalar("empty") : undefined;
  const empty = emptyScalar && attempt(() => parseExpression(emptyScalar.text, emptyScalar.placeOf), findings);
  if (scalar === undefined || word === undefined) return undefined;
  const { table, problems } = parseTable(scalar.text, scalar.placeOf);
  for (const problem of problems) findings.error(problem.id, problem.at, problem.message);
  if (table === undefined || problems.length > 0) return undefined;
  if (table.output.text !== name) {
    const { text, at } = table.output;
    findings.error("table/syntax", at, `Cannot read the table: its output is called "${text}", the rule "${name}"`);
  }
  if (empty !== undefined && !hits[word]!.startsWith("collect")) {
    findings.error("file/key", emptyScalar!.at, 'Cannot use "empty" without "hit: collect …": some row always hits');
  }
  const sources = table.rows.map(({ source }) => (source ? citations.parse(source.text, source.at, reliance) : []));
  return { kind: "table", hit: hits[word]!, ...(empty && { empty }), table, sources, at: scalar.placeOf(0) };
}
