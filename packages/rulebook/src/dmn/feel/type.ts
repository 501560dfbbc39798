import { outside } from "../problem.ts";
import { type FeelValue, isContext, isDate, isList, isNumber } from "./value.ts";

/** The type of an expression as far as it is known before it runs; any value may also be null. */
export type FeelType =
  | { readonly kind: "null" | "boolean" | "number" | "string" | "date" }
  | { readonly kind: "list"; readonly of: FeelType }
  | { readonly kind: "context"; readonly entries: ReadonlyMap<string, FeelType> };

export const types = {
  null: { kind: "null" },
  boolean: { kind: "boolean" },
  number: { kind: "number" },
  string: { kind: "string" },
  date: { kind: "date" },
} as const;

/** Whether every value of `type` is one of `wanted`, without any of FEEL's implicit conversions. */
export function conforms(type: FeelType, wanted: FeelType): boolean {
  if (type.kind === "null") return true;
  if (type.kind === "list" && wanted.kind === "list") return conforms(type.of, wanted.of);
  if (type.kind === "context" && wanted.kind === "context") {
    const { entries } = type;
    if (entries.size !== wanted.entries.size) return false;
    return [...wanted.entries].every(([name, each]) => entries.has(name) && conforms(entries.get(name)!, each));
  }
  return type.kind === wanted.kind;
}

/** The one type of several results; outside the profile when there is none. */
export function unify(a: FeelType, b: FeelType, where: string): FeelType {
  if (conforms(a, b)) return b;
  return conforms(b, a) ? a : outside(`${where} of different types: ${typeText(a)} and ${typeText(b)}`);
}

/** Whether the value is null or of the type. */
export function hasType(value: FeelValue, type: FeelType): boolean {
  if (value === null) return true;
  switch (type.kind) {
    case "null":
      return false;
    case "number":
      return isNumber(value);
    case "date":
      return isDate(value);
    case "list":
      return isList(value) && value.every((each) => hasType(each, type.of));
    case "context":
      return (
        isContext(value) &&
        value.size === type.entries.size &&
        [...type.entries].every(([name, each]) => value.has(name) && hasType(value.get(name)!, each))
      );
    default:
      return typeof value === type.kind;
  }
}

export function typeText(type: FeelType): string {
  if (type.kind === "list") return `list of ${typeText(type.of)}`;
  if (type.kind !== "context") return type.kind;
  return `context with ${[...type.entries.keys()].map((name) => `"${name}"`).join(", ")}`;
}
