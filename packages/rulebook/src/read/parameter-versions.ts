import type { CodeList } from "../ir/code-list.ts";
import type { Fact } from "../ir/fact.ts";
import type { Citation } from "../ir/instrument.ts";
import type { Confidence } from "../ir/parameter.ts";
import type { Place } from "../ir/place.ts";
import type { Note } from "../ir/texts.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { Citations } from "./citations.ts";
import { versionKeys } from "./codes.ts";
import { asMapping, asScalar, asSequence, Fields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { hintNear } from "./near.ts";
import type { Entry, Mapping, Node, Scalar } from "./node.ts";
import { type Constant, parseConstant } from "./scalar/constant.ts";
import { isCountry } from "./scalar/country.ts";
import { dayText, parseDay } from "./scalar/day.ts";
import { typeText } from "./scalar/type.ts";
import { readNote, readScalar, readWord } from "./values.ts";

/** A figure before its scale is known; without a constant it is unknown. */
export type WrittenFigure = { readonly constant?: Constant; readonly written: string };

export type DraftVersion = {
  readonly from: number;
  readonly keyed: readonly { readonly key: string; readonly figure: WrittenFigure }[];
  readonly other?: WrittenFigure;
  readonly source: readonly Citation[];
  readonly confidence: Confidence;
  readonly note?: Note;
  readonly at: Place;
};

export type VersionContext = {
  readonly type: ValueType;
  readonly by: Fact | undefined;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly citations: Citations;
  readonly findings: Findings;
};

const confidences: readonly Confidence[] = ["high", "medium", "low", "unverified"];

/** Reads the dated `values` of a parameter; a version with an error is left out. */
export function readParameterVersions(name: string, node: Node, context: VersionContext): DraftVersion[] {
  const sequence = asSequence(node, `the values of "${name}"`, context.findings);
  if (sequence?.items.length === 0) {
    context.findings.error("date/coverage", node.at, `Cannot use "${name}": it has no values`);
  }
  return (sequence?.items ?? []).flatMap((item) => readVersion(name, item, context) ?? []);
}

/** Versions stand in ascending order of their first day. */
export function checkOrder(
  versions: readonly { readonly from: number; readonly at: Place }[],
  what: string,
  findings: Findings,
): void {
  for (const [index, version] of versions.entries()) {
    const before = versions[index - 1];
    if (before === undefined || before.from < version.from) continue;
    findings.error(
      "date/order",
      version.at,
      `Cannot order ${what}: ${dayText(version.from)} stands after ${dayText(before.from)}`,
    );
  }
}

function readVersion(name: string, node: Node, context: VersionContext): DraftVersion | undefined {
  const { findings, citations } = context;
  const mapping = asMapping(node, `a value of "${name}"`, findings);
  if (mapping === undefined) return undefined;
  const fields = new Fields(mapping, findings);
  const from = readFrom(name, fields, findings);
  const figures = readFigures(name, mapping, context);
  const retroactive =
    fields.has("retroactive") &&
    readWord(fields.scalar("retroactive"), '"retroactive"', ["true", "false"], findings) === "true";
  const confidence = fields.has("confidence")
    ? readWord(fields.scalar("confidence"), "a confidence", confidences, findings)
    : "high";
  const note = readNote(fields.find("note"), findings);
  if (from === undefined || figures === undefined || confidence === undefined) return undefined;
  if (!fields.has("source")) {
    findings.error(
      "rule/uncited",
      mapping.at,
      `Cannot use the value of "${name}" from ${dayText(from)}: it has no source`,
    );
  }
  const source = citations.read(fields.find("source"), { from, retroactive });
  return { from, ...figures, source, confidence, ...(note && { note }), at: mapping.at };
}

function readFrom(name: string, fields: Fields, findings: Findings): number | undefined {
  if (fields.has("from")) return readScalar(fields.scalar("from"), "a first day", parseDay, findings);
  findings.error("file/missing", fields.at, `Cannot read a value of "${name}": its key "from" is missing`);
  return undefined;
}

type Figures = Pick<DraftVersion, "keyed" | "other">;

function readFigures(name: string, mapping: Mapping, context: VersionContext): Figures | undefined {
  const before = context.findings.errors;
  const figures: { key: string; figure: WrittenFigure }[] = [];
  let other: WrittenFigure | undefined;
  const own: readonly string[] = versionKeys.filter((key) => key !== "is" && key !== "other");
  for (const entry of mapping.entries) {
    if (own.includes(entry.key.text) || !isFigureKey(name, entry, context)) continue;
    const figure = readFigure(name, entry.value, context);
    if (figure === undefined) continue;
    if (entry.key.text === "is" || entry.key.text === "other") other = figure;
    else figures.push({ key: entry.key.text, figure });
  }
  if (context.findings.errors > before) return undefined;
  if (!isComplete(name, mapping, figures, other, context)) return undefined;
  return { keyed: figures, ...(other && { other }) };
}

function isFigureKey(name: string, { key, value }: Entry, context: VersionContext): boolean {
  const { by, codes, findings } = context;
  const refuse = (id: string, why: string) => {
    findings.error(id, key.at, `Cannot use the key "${key.text}" in a value of "${name}": ${why}`);
    return false;
  };
  if (by === undefined) {
    if (key.text === "is") return true;
    const emptyValue = value.kind === "scalar" && value.text === "";
    if (emptyValue) return refuse("file/key", "a comma ended the value before it, put that value in quotes");
    return refuse("file/key", `the parameter has no "by"${hintNear(key.text, versionKeys)}`);
  }
  if (key.text === "other") return true;
  if (key.text === "is") return refuse("file/key", `the parameter is by "${by.name}", name its keys and "other"`);
  if (by.type.kind === "country") {
    return isCountry(key.text) || refuse("type/code", "ISO 3166-1 has no such country");
  }
  const list = by.type.kind === "code" ? codes.get(by.type.list) : undefined;
  const known = list?.values.map(({ code }) => code) ?? [];
  return known.includes(key.text) || refuse("type/code", `"${by.name}" has no such code${hintNear(key.text, known)}`);
}

function readFigure(name: string, node: Node, { type, codes, findings }: VersionContext): WrittenFigure | undefined {
  const scalar = asScalar(node, name, findings);
  if (scalar === undefined) return undefined;
  const written = scalar.text.trim();
  if (written === "unknown") return { written };
  const constant = readScalar(scalar, typeText(type), (text) => parseConstant(type, text), findings);
  if (constant === undefined || !isInList(scalar, type, codes, findings)) return undefined;
  return { constant, written };
}

function isInList(scalar: Scalar, type: ValueType, codes: ReadonlyMap<string, CodeList>, findings: Findings): boolean {
  if (type.kind !== "code") return true;
  const known = codes.get(type.list)?.values.map(({ code }) => code) ?? [];
  if (known.includes(scalar.text)) return true;
  const hint = hintNear(scalar.text, known);
  findings.error(
    "type/code",
    scalar.at,
    `Cannot use "${scalar.text}" as code ${type.list}: the list has no such code${hint}`,
  );
  return false;
}

/** Every key has a figure: by name, or by `other`. */
function isComplete(
  name: string,
  mapping: Mapping,
  keyed: Figures["keyed"],
  other: WrittenFigure | undefined,
  { by, codes, findings }: VersionContext,
): boolean {
  if (other !== undefined) return true;
  const refuse = (id: string, why: string) => {
    findings.error(id, mapping.at, `Cannot use a value of "${name}": ${why}`);
    return false;
  };
  if (by === undefined) return refuse("file/missing", 'its key "is" is missing');
  if (by.type.kind !== "code") return refuse("date/coverage", 'it has no figure for "other" countries');
  const named = new Set(keyed.map(({ key }) => key));
  const missing = codes.get(by.type.list)?.values.find(({ code }) => !named.has(code));
  return (
    missing === undefined || refuse("date/coverage", `it has no figure for "${missing.code}" and none for "other"`)
  );
}
