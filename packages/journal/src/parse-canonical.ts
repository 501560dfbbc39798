import {
  assertCanonicalNumber,
  assertCanonicalString,
  CANONICAL_CHARS_MAX,
  type CanonicalError,
  type CanonicalValue,
  DEPTH_MAX,
  pointer,
  refuse,
} from "./canonical.ts";

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Printable ASCII without quote and backslash stands for itself: most strings, and they need no further check. */
const PLAIN_STRING = /"[ !#-[\]-~]*"/y;
/** Any string token; what may stand inside is checked by writing it again. */
const STRING = /"(?:[^"\\]|\\.)*"/sy;

/** `steps` lead from the root to the value that is being read; they are only made a pointer when it is refused. */
type Reader = { readonly text: string; at: number; readonly steps: (string | number)[] };

/**
 * Reads canonical JSON and nothing else: text that `writeCanonical` would not have written is refused, be it by a
 * space, a key order, a key twice, an escape that is not needed, or a value outside the subset. Throws CanonicalError
 * with the ids of `writeCanonical` and canonical/syntax, canonical/spelling, canonical/key-order, canonical/duplicate-key.
 */
export function parseCanonical(text: string, charsMax: number = CANONICAL_CHARS_MAX): CanonicalValue {
  if (text.length > charsMax) throw refuse("length", `${text.length} characters`, "");
  const reader: Reader = { text, at: 0, steps: [] };
  const value = readValue(reader);
  if (reader.at !== text.length) throw unexpected(reader, "the end of the text");
  return value;
}

function readValue(reader: Reader): CanonicalValue {
  const char = reader.text[reader.at];
  if (char === '"') return readString(reader);
  if (char === "{" || char === "[") {
    if (reader.steps.length >= DEPTH_MAX) throw refuseHere(reader, "depth", `more than ${DEPTH_MAX} levels`);
    return char === "{" ? readObject(reader) : readList(reader);
  }
  if (take(reader, "true")) return true;
  if (take(reader, "false")) return false;
  if (reader.text.startsWith("null", reader.at)) throw refuseHere(reader, "null", "null");
  return readNumber(reader);
}

function readObject(reader: Reader): CanonicalValue {
  const object: Record<string, CanonicalValue> = {};
  let last: string | undefined;
  reader.at += 1;
  if (take(reader, "}")) return object;
  do {
    const at = reader.at;
    if (reader.text[at] !== '"') throw unexpected(reader, "a key");
    const key = readString(reader);
    reader.steps.push(key);
    if (last !== undefined && key <= last) throw keyOrder(reader, key, last, object, at);
    expect(reader, ":");
    setMember(object, key, readValue(reader));
    reader.steps.pop();
    last = key;
  } while (take(reader, ","));
  expect(reader, "}");
  return object;
}

function readList(reader: Reader): CanonicalValue {
  const list: CanonicalValue[] = [];
  reader.at += 1;
  if (take(reader, "]")) return list;
  do {
    reader.steps.push(list.length);
    list.push(readValue(reader));
    reader.steps.pop();
  } while (take(reader, ","));
  expect(reader, "]");
  return list;
}

function readString(reader: Reader): string {
  const at = reader.at;
  const plain = match(reader, PLAIN_STRING);
  if (plain !== undefined) return plain.slice(1, -1);
  const token = match(reader, STRING);
  if (token === undefined) throw unexpected(reader, "the end of a string");
  const value = decode(reader, token, at);
  assertCanonicalString(value, pathOf(reader), at);
  if (JSON.stringify(value) !== token) throw refuseHere(reader, "spelling", `the string ${token.slice(0, 40)}`, at);
  return value;
}

function readNumber(reader: Reader): number {
  const at = reader.at;
  const token = match(reader, NUMBER);
  if (token === undefined) throw unexpected(reader, "a value");
  const value = Number(token);
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) assertCanonicalNumber(value, pathOf(reader), at);
  if (String(value) !== token) throw refuseHere(reader, "spelling", `the number ${token.slice(0, 40)}`, at);
  return value;
}

/** A plain assignment to "__proto__" would set the prototype and lose the member. */
function setMember(object: Record<string, CanonicalValue>, key: string, value: CanonicalValue): void {
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function decode(reader: Reader, token: string, at: number): string {
  try {
    const value: unknown = JSON.parse(token);
    return String(value);
  } catch {
    throw refuseHere(reader, "syntax", `the string ${token.slice(0, 40)}`, at);
  }
}

function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  if (!pattern.test(reader.text)) return undefined;
  const token = reader.text.slice(reader.at, pattern.lastIndex);
  reader.at = pattern.lastIndex;
  return token;
}

function take(reader: Reader, token: string): boolean {
  if (!reader.text.startsWith(token, reader.at)) return false;
  reader.at += token.length;
  return true;
}

function expect(reader: Reader, token: string): void {
  if (!take(reader, token)) throw unexpected(reader, `"${token}"`);
}

function keyOrder(reader: Reader, key: string, last: string, object: object, at: number): CanonicalError {
  return Object.hasOwn(object, key)
    ? refuseHere(reader, "duplicate-key", `the key "${key}" a second time`, at)
    : refuseHere(reader, "key-order", `the key "${key}" after "${last}"`, at);
}

function unexpected(reader: Reader, wanted: string): CanonicalError {
  const { text, at } = reader;
  const found = at < text.length ? JSON.stringify(text.slice(at, at + 10)) : "the end";
  return refuseHere(reader, "syntax", `${found} in place of ${wanted}`);
}

function refuseHere(reader: Reader, rule: string, what: string, at: number = reader.at): CanonicalError {
  return refuse(rule, what, pathOf(reader), at);
}

function pathOf({ steps }: Reader): string {
  return steps.reduce<string>((path, step) => pointer(path, step), "");
}
