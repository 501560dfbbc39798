import type { Expression } from "../ir/expression.ts";
import { type Bounds, fromBigInt, toBigInt } from "../ir/integer.ts";
import type { Messages } from "../ir/message.ts";
import type { Rule, RuleVersion } from "../ir/rule.ts";
import type { Table } from "../ir/table.ts";
import { isNumeric, type ValueType } from "../ir/value-type.ts";
import type { RuleDraft, VersionDraft } from "../read/draft.ts";
import { leastCommonMultiple } from "../read/scalar/fraction.ts";
import { makeScale, overflowsAt } from "./build.ts";
import type { Context } from "./context.ts";
import { checkExpression } from "./expression.ts";
import { hull, type Interval, intervalOf, toBounds } from "./interval.ts";
import { checkTable } from "./table.ts";

/** A checked version with what it alone reads, for the coverage of dates. */
export type CheckedVersion = { readonly version: RuleVersion; readonly reads: ReadonlySet<string> };
export type CheckedRule = { readonly rule: Rule; readonly versions: readonly CheckedVersion[] };

/** Checks a rule whose reads are all known; its say-texts are joined later. Undefined when a version is wrong. */
export function checkRule(draft: RuleDraft, context: Context): CheckedRule | undefined {
  const checked = draft.versions.map((version) => {
    const reads = new Set<string>();
    const body = checkBody(version, draft.type, { ...context, reads });
    return body && { draft: version, body, reads };
  });
  const known = checked.filter((version) => version !== undefined);
  if (known.length < checked.length) return undefined;
  if (!isAllListsOrNone(draft, context)) return undefined;
  const { type, bodies } = joinTypes(
    draft,
    known.map(({ body }) => body),
  );
  const bounds = findBounds(type, bodies);
  if (
    bounds !== undefined &&
    overflowsAt({ min: toBigInt(bounds.min), max: toBigInt(bounds.max) }, draft.at, context.findings)
  ) {
    return undefined;
  }
  const versions = known.map((version, index): CheckedVersion => {
    const { from, source, note, at } = version.draft;
    return { reads: version.reads, version: { from, body: bodies[index]!, source, ...(note && { note }), at } };
  });
  const reads = [...new Set(known.flatMap((version) => [...version.reads]))].toSorted();
  const { name, label, note, at } = draft;
  const rule = { name, type, ...(bounds && { bounds }), versions: versions.map(({ version }) => version), reads };
  return { versions, rule: { ...rule, ...(label && { label }), ...(note && { note }), at } };
}

/** The rule with its say-texts. */
export function withSay(rule: Rule, say: Messages | undefined): Rule {
  return say === undefined ? rule : { ...rule, say };
}

type Body = RuleVersion["body"];

function isAllListsOrNone({ name, versions }: RuleDraft, { findings }: Context): boolean {
  const isList = ({ body }: VersionDraft) => body.kind === "table" && body.hit === "collect-list";
  const odd = versions.find((version) => isList(version) !== isList(versions[0]!));
  if (odd === undefined) return true;
  findings.error("type/mismatch", odd.at, `Cannot use "${name}" as a list from one day and as one value from another`);
  return false;
}

function checkBody({ body, source }: VersionDraft, type: ValueType, context: Context): Body | undefined {
  if (body.kind === "table") return checkTable(body, type, source, context);
  const expression = checkExpression(body.syntax, type, context);
  return expression && { kind: "is", expression };
}

/** The rule's full type: a list for `collect list`, and for a rate the least scale common to all outputs. */
function joinTypes(draft: RuleDraft, bodies: readonly Body[]): { type: ValueType; bodies: readonly Body[] } {
  const { type } = draft;
  if (type.kind !== "list" && bodies.some((body) => body.kind === "table" && body.hit === "collect-list")) {
    return { type: { kind: "list", of: type }, bodies };
  }
  if (type.kind !== "rate") return { type, bodies };
  const scales = bodies.flatMap(outputsOf).map((node) => (node.type.kind === "rate" ? toBigInt(node.type.over) : 1n));
  const over = scales.reduce(leastCommonMultiple, 1n);
  const joined: ValueType = { kind: "rate", over: fromBigInt(over) };
  const scale = (node: Expression) =>
    node.type.kind === "rate" ? makeScale(joined, node, over / toBigInt(node.type.over)) : node;
  return { type: joined, bodies: bodies.map((body) => mapOutputs(body, scale)) };
}

function outputsOf(body: Body): Expression[] {
  if (body.kind === "is") return [body.expression];
  return [...body.rows.map(({ output }) => output), ...(body.empty ? [body.empty] : [])];
}

function mapOutputs(body: Body, map: (node: Expression) => Expression): Body {
  if (body.kind === "is") return { ...body, expression: map(body.expression) };
  const rows = body.rows.map((row) => ({ ...row, output: map(row.output) }));
  return { ...body, rows, ...(body.empty && { empty: map(body.empty) }) };
}

function findBounds(type: ValueType, bodies: readonly Body[]): Bounds | undefined {
  if (!isNumeric(type)) return undefined;
  const intervals = bodies.flatMap((body) =>
    body.kind === "table" && body.hit === "collect-sum" ? [sumInterval(body)] : outputsOf(body).map(intervalOf),
  );
  return intervals.length === 0 ? { min: 0, max: 0 } : toBounds(hull(intervals));
}

/** Any set of rows may hit: the least sum takes every negative output, the greatest every positive one. */
function sumInterval(table: Table): Interval {
  const outputs = table.rows.map(({ output }) => intervalOf(output));
  const min = outputs.reduce((sum, interval) => sum + (interval.min < 0n ? interval.min : 0n), 0n);
  const max = outputs.reduce((sum, interval) => sum + (interval.max > 0n ? interval.max : 0n), 0n);
  return hull([{ min, max }, ...(table.empty ? [intervalOf(table.empty)] : [])]);
}
