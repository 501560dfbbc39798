import type { CodeList } from "../ir/code-list.ts";
import type { Fact } from "../ir/fact.ts";
import { type Bounds, fromBigInt, type Integer, toBigInt } from "../ir/integer.ts";
import type { Figure, Parameter, ParameterVersion } from "../ir/parameter.ts";
import { isNumeric, type Value, type ValueType } from "../ir/value-type.ts";
import type { Citations } from "./citations.ts";
import { asMapping, type Fields, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { hintNear } from "./near.ts";
import type { Node, Scalar } from "./node.ts";
import { checkOrder, type DraftVersion, readParameterVersions, type WrittenFigure } from "./parameter-versions.ts";
import type { Constant } from "./scalar/constant.ts";
import { leastCommonMultiple } from "./scalar/fraction.ts";
import { readType } from "./types.ts";
import { readNote, readTexts } from "./values.ts";

/** What the reading of a parameter looks up. */
export type ParameterContext = {
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly citations: Citations;
  readonly findings: Findings;
};

/** Reads the section `parameters`. */
export function readParameters(node: Node | undefined, context: ParameterContext): Parameter[] {
  const mapping = node && asMapping(node, '"parameters"', context.findings);
  return (mapping?.entries ?? []).flatMap(({ key, value }) => readParameter(key, value, context) ?? []);
}

function readParameter(key: Scalar, node: Node, context: ParameterContext): Parameter | undefined {
  const { codes, findings } = context;
  const keys = { required: ["type", "values"], optional: ["by", "label", "note"] };
  const fields = readFields(node, `the parameter "${key.text}"`, keys, findings);
  if (fields === undefined) return undefined;
  const type = readType(fields.scalar("type"), codes, findings);
  const by = readKey(key, fields, context);
  const label = readTexts(fields.find("label"), `the label of "${key.text}"`, findings);
  const note = readNote(fields.find("note"), findings);
  if (type === undefined || by === undefined || !fields.has("values")) return undefined;
  const before = findings.errors;
  const drafts = readParameterVersions(key.text, fields.find("values")!, { ...context, type, by: by.fact });
  const unread = drafts.length === 0 || findings.errors > before;
  checkOrder(drafts, `the values of "${key.text}"`, findings);
  if (unread) return undefined;
  const scale = drafts.flatMap((draft) => figuresOf(draft)).reduce(joinScale, 1n);
  const versions = drafts.map((draft) => toVersion(draft, scale));
  const bounds = isNumeric(type) ? findBounds(versions) : undefined;
  if (scale > maxScale || (bounds && [bounds.min, bounds.max].some((bound) => magnitude(bound) > maxScale))) {
    findings.error(
      "bound/overflow",
      key.at,
      `Cannot hold the figures of "${key.text}" in 64 bits: write them with fewer digits`,
    );
    return undefined;
  }
  return {
    name: key.text,
    type: withScale(type, scale),
    ...(bounds && { bounds }),
    ...(by.fact && { by: by.fact.name }),
    versions,
    ...(label && { label }),
    ...(note && { note }),
    at: key.at,
  };
}

/** The fact that `by` names; an empty object when there is no `by`, undefined when it is wrong. */
function readKey(key: Scalar, fields: Fields, { facts, findings }: ParameterContext): { fact?: Fact } | undefined {
  if (!fields.has("by")) return {};
  const by = fields.scalar("by");
  if (by === undefined) return undefined;
  const fact = facts.get(by.text);
  if (fact === undefined) {
    findings.error(
      "name/unknown",
      by.at,
      `Cannot key "${key.text}" by "${by.text}": there is no such fact${hintNear(by.text, facts.keys())}`,
    );
    return undefined;
  }
  if ((fact.type.kind === "code" || fact.type.kind === "country") && !fact.optional) return { fact };
  const id = fact.optional ? "optional/unguarded" : "type/mismatch";
  findings.error(
    id,
    by.at,
    `Cannot key "${key.text}" by "${by.text}": a key is a required fact of a code or country type`,
  );
  return undefined;
}

/** Numerators and the scale of a rate are 64-bit integers in SQL. */
const maxScale = 2n ** 63n - 1n;

function magnitude(integer: Integer): bigint {
  const value = toBigInt(integer);
  return value < 0n ? -value : value;
}

function figuresOf(draft: DraftVersion): WrittenFigure[] {
  return [...draft.keyed.map(({ figure }) => figure), ...(draft.other ? [draft.other] : [])];
}

/** The least scale on which all figures of a rate are whole. */
function joinScale(scale: bigint, { constant }: WrittenFigure): bigint {
  return constant?.kind === "fraction" ? leastCommonMultiple(scale, constant.value.over) : scale;
}

function withScale(type: ValueType, scale: bigint): ValueType {
  return type.kind === "rate" || type.kind === "exchange" ? { ...type, over: fromBigInt(scale) } : type;
}

function toVersion({ keyed, other, ...rest }: DraftVersion, scale: bigint): ParameterVersion {
  return {
    ...rest,
    keyed: keyed.map(({ key, figure }) => ({ key, figure: toFigure(figure, scale) })),
    ...(other && { other: toFigure(other, scale) }),
  };
}

function toFigure({ constant, written }: WrittenFigure, scale: bigint): Figure {
  if (constant === undefined) return { kind: "unknown" };
  return { kind: "known", value: toValue(constant, scale), written };
}

function toValue(constant: Constant, scale: bigint): Value {
  if (constant.kind === "integer") return fromBigInt(constant.value);
  if (constant.kind !== "fraction") return constant.value;
  return fromBigInt((constant.value.times * scale) / constant.value.over);
}

/** Bounds over all versions and keys; a parameter of unknown figures only is bounded by 0. */
function findBounds(versions: readonly ParameterVersion[]): Bounds {
  const known = versions
    .flatMap(({ keyed, other }) => [...keyed.map(({ figure }) => figure), ...(other ? [other] : [])])
    .flatMap((figure) => (figure.kind === "known" ? [BigInt(figure.value)] : []));
  if (known.length === 0) return { min: 0, max: 0 };
  const min = known.reduce((a, b) => (b < a ? b : a));
  const max = known.reduce((a, b) => (b > a ? b : a));
  return { min: fromBigInt(min), max: fromBigInt(max) };
}
