import { parseDate } from "../feel/date.ts";
import { normaliseName } from "../feel/names.ts";
import { digitsMax, type FeelNumber, parseNumber, sizeOf } from "../feel/number.ts";
import type { FeelValue } from "../feel/value.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";

/** What a test expects. A number keeps its spelling: one written to many places is a rounded one. */
export type Expected =
  | { readonly kind: "null" }
  | { readonly kind: "number"; readonly value: FeelNumber; readonly written: string }
  | { readonly kind: "value"; readonly value: boolean | string | Temporal.PlainDate }
  | { readonly kind: "list"; readonly items: readonly Expected[] }
  | { readonly kind: "context"; readonly entries: ReadonlyMap<string, Expected> }
  /** No value of the profile; nothing equals it. */
  | { readonly kind: "other"; readonly what: string; readonly untyped: boolean };

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
/** Digits of a number in a test; one may be written beyond decimal128 and still be expected. */
const writtenDigitsMax = 200;
/** Number types of XML Schema, part 2; every one is a FEEL number. */
const numeric = new Set(
  `decimal double float integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger
  negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte`.split(/\s+/),
);

/** The expected value of a result node; an error is expected as null. */
export function readExpected(node: Element): Expected {
  const expected = findChild(node, "expected");
  if (expected) return readValue(expected);
  return node.attributes.get("errorResult") === "true"
    ? { kind: "null" }
    : { kind: "other", what: "no expected value", untyped: true };
}

/** The value of an input node; undefined for one that the profile does not have. */
export function readGiven(node: Element): FeelValue | undefined {
  const value = readValue(node);
  return isOfProfile(value) ? toFeel(value) : undefined;
}

function readValue(holder: Element): Expected {
  const components = childrenOf(holder, "component");
  const list = findChild(holder, "list");
  const value = findChild(holder, "value");
  if (components.length > 0) {
    const entries = components.map(
      (each) => [normaliseName(each.attributes.get("name") ?? ""), readValue(each)] as const,
    );
    return { kind: "context", entries: new Map(entries) };
  }
  if (list) {
    return isNil(list) ? { kind: "null" } : { kind: "list", items: childrenOf(list, "item").map(readValue) };
  }
  if (isNil(holder)) return { kind: "null" };
  return value ? readScalar(value) : { kind: "other", what: "a node without a value", untyped: true };
}

function readScalar(element: Element): Expected {
  if (isNil(element)) return { kind: "null" };
  const type = element.foreign.get(`{${schemaInstance}}type`)?.replace(/^.*:/, "");
  const { text } = element;
  if (type === "string") return { kind: "value", value: text };
  if (type === "boolean" && /^\s*(?:true|false|1|0)\s*$/.test(text)) {
    return { kind: "value", value: text.trim() === "true" || text.trim() === "1" };
  }
  const number = type !== undefined && numeric.has(type) ? parseNumber(text.trim(), writtenDigitsMax) : undefined;
  if (number) return { kind: "number", value: number, written: text.trim() };
  const day = type === "date" ? parseDate(text.trim()) : undefined;
  if (day) return { kind: "value", value: day };
  return { kind: "other", what: `a value of type ${type ?? "unknown"}`, untyped: type === undefined };
}

function isNil(element: Element): boolean {
  const nil = element.foreign.get(`{${schemaInstance}}nil`)?.trim();
  return nil === "true" || nil === "1";
}

function isOfProfile(value: Expected): boolean {
  if (value.kind === "number") return sizeOf(value.value.coefficient) <= digitsMax;
  if (value.kind === "list") return value.items.every(isOfProfile);
  return value.kind === "context" ? [...value.entries.values()].every(isOfProfile) : value.kind !== "other";
}

function toFeel(value: Expected): FeelValue {
  switch (value.kind) {
    case "number":
    case "value":
      return value.value;
    case "list":
      return value.items.map(toFeel);
    case "context":
      return new Map([...value.entries].map(([name, each]) => [name, toFeel(each)]));
    default:
      return null;
  }
}
