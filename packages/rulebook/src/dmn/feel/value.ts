import { compareNumbers, type FeelNumber, numberText } from "./number.ts";

/** A FEEL value; null is both "unknown" and "error", as in FEEL. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | Temporal.PlainDate
  | readonly FeelValue[]
  | ReadonlyMap<string, FeelValue>;

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

export function isDate(value: FeelValue): value is Temporal.PlainDate {
  return value instanceof Temporal.PlainDate;
}

export function isContext(value: FeelValue): value is ReadonlyMap<string, FeelValue> {
  return value instanceof Map;
}

export function isNumber(value: FeelValue): value is FeelNumber {
  return typeof value === "object" && value !== null && "coefficient" in value;
}

/** Equality within one type, through lists and contexts. */
export function equals(a: FeelValue, b: FeelValue): boolean {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  if (isDate(a) && isDate(b)) return a.equals(b);
  if (isList(a) && isList(b)) return a.length === b.length && a.every((each, index) => equals(each, b[index]!));
  if (isContext(a) && isContext(b)) {
    return a.size === b.size && [...a].every(([name, value]) => b.has(name) && equals(value, b.get(name)!));
  }
  return a === b;
}

/** Order of two numbers or two dates: negative, 0 or positive. */
export function compareOrdered(a: FeelNumber | Temporal.PlainDate, b: FeelNumber | Temporal.PlainDate): number {
  if (isDate(a) && isDate(b)) return Temporal.PlainDate.compare(a, b);
  return compareNumbers(a as FeelNumber, b as FeelNumber);
}

/** The value as FEEL writes it, for messages. */
export function valueText(value: FeelValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (isNumber(value)) return numberText(value);
  if (isDate(value)) return `date("${value}")`;
  if (isList(value)) return `[${value.map(valueText).join(", ")}]`;
  return `{${[...value].map(([name, each]) => `${name}: ${valueText(each)}`).join(", ")}}`;
}
