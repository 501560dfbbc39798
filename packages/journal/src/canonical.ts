/**
 * Canonical JSON: RFC 8785 narrowed to what an entry may hold, so that one value has one text. Objects with keys sorted
 * by UTF-16 code unit, lists, strings in NFC without lone surrogates, safe integers, booleans. No null, no fractions.
 */
export type CanonicalValue = string | number | boolean | readonly CanonicalValue[] | CanonicalObject;
export type CanonicalObject = { readonly [key: string]: CanonicalValue };

/** Deepest nesting of lists and objects. */
export const DEPTH_MAX = 32;
/** Longest canonical text, in UTF-16 code units. */
export const CANONICAL_CHARS_MAX = 1_048_576;

/** A value or a text has no place in canonical JSON. `path` is a JSON pointer (RFC 6901), `offset` counts code units. */
export class CanonicalError extends Error {
  override readonly name = "CanonicalError";
  readonly id: string;
  readonly path: string;
  readonly offset: number | undefined;

  constructor(id: string, message: string, path: string, offset?: number) {
    super(message);
    this.id = id;
    this.path = path;
    this.offset = offset;
  }
}

/**
 * The one canonical text of a value. Throws CanonicalError with ids canonical/null, canonical/fraction,
 * canonical/negative-zero, canonical/unsafe-integer, canonical/surrogate, canonical/normalization, canonical/type,
 * canonical/depth, canonical/length.
 */
export function writeCanonical(value: CanonicalValue): string {
  const text = write(value, "", 0);
  if (text.length > CANONICAL_CHARS_MAX) throw refuse("length", `${text.length} characters`, "");
  return text;
}

/** Checks one string by the rules of strings; the parser and the writer share it. */
export function assertCanonicalString(text: string, path: string, offset?: number): void {
  if (!text.isWellFormed()) throw refuse("surrogate", "a lone surrogate", path, offset);
  if (text.normalize("NFC") !== text) throw refuse("normalization", `"${text.slice(0, 40)}", not in NFC`, path, offset);
}

/** Checks one number by the rules of numbers. */
export function assertCanonicalNumber(value: number, path: string, offset?: number): void {
  if (!Number.isInteger(value)) throw refuse("fraction", `the number ${value}`, path, offset);
  if (Object.is(value, -0)) throw refuse("negative-zero", "-0", path, offset);
  if (!Number.isSafeInteger(value)) throw refuse("unsafe-integer", `${value}, beyond ±(2^53 - 1)`, path, offset);
}

/** The error for `what` at `path`; ids are `canonical/<rule>`. */
export function refuse(rule: string, what: string, path: string, offset?: number): CanonicalError {
  const place = path === "" ? "the root" : `"${path}"`;
  const at = offset === undefined ? "" : `, offset ${offset}`;
  return new CanonicalError(
    `canonical/${rule}`,
    `Cannot take ${what} as canonical JSON at ${place}${at}`,
    path,
    offset,
  );
}

/** JSON pointer of a member or an element. */
export function pointer(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function write(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case "string":
      assertCanonicalString(value, path);
      // JSON.stringify escapes exactly as RFC 8785 §3.2.2.2 does once lone surrogates are excluded.
      return JSON.stringify(value);
    case "number":
      assertCanonicalNumber(value, path);
      return String(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) throw refuse("null", "null", path);
      if (depth >= DEPTH_MAX) throw refuse("depth", `more than ${DEPTH_MAX} levels`, path);
      return Array.isArray(value) ? writeList(value, path, depth) : writeObject(value, path, depth);
    default:
      throw refuse("type", `a value of type ${typeof value}`, path);
  }
}

function writeList(list: readonly unknown[], path: string, depth: number): string {
  // Array.from visits holes too, which map() would skip.
  return `[${Array.from(list, (item, at) => write(item, pointer(path, at), depth + 1)).join(",")}]`;
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refuse("type", "an object of a class", path);
  // "<" on strings compares UTF-16 code units, as RFC 8785 §3.2.3 asks.
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(([key, member]) => {
    assertCanonicalString(key, pointer(path, key));
    return `${JSON.stringify(key)}:${write(member, pointer(path, key), depth + 1)}`;
  });
  return `{${texts.join(",")}}`;
}
