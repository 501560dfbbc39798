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
/** A string token; what may stand inside is checked by writing it again. */
const STRING = /"(?:[^"\\]|\\.)*"/sy;

type Reader = { readonly text: string; at: number };

/**
 * Reads canonical JSON and nothing else: text that `writeCanonical` would not have written is refused, be it by a
 * space, a key order, a key twice, an escape that is not needed, or a value outside the subset. Throws CanonicalError
 * with the ids of `writeCanonical` and canonical/syntax, canonical/spelling, canonical/key-order, canonical/duplicate-key.
 */
export function parseCanonical(text: string, charsMax: number = CANONICAL_CHARS_MAX): CanonicalValue {
  if (text.length > charsMax) throw refuse("length", `${text.length} characters`, "");
  const reader: Reader = { text, at: 0 };
  const value = readValue(reader, "", 0);
  if (reader.at !== text.length) throw unexpected(reader, "the end of the text", "");
  return value;
}

function readValue(reader: Reader, path: string, depth: number): CanonicalValue {
  const char = reader.text[reader.at];
  if (char === '"') return readString(reader, path);
  if ((char === "{" || char === "[") && depth >= DEPTH_MAX) {
    throw refuse("depth", `more than ${DEPTH_MAX} levels`, path, reader.at);
  }
  if (char === "{") return readObject(reader, path, depth);
  if (char === "[") return readList(reader, path, depth);
  if (take(reader, "true")) return true;
  if (take(reader, "false")) return false;
  if (reader.text.startsWith("null", reader.at)) throw refuse("null", "null", path, reader.at);
  return readNumber(reader, path);
}

function readObject(reader: Reader, path: string, depth: number): CanonicalValue {
  const object: Record<string, CanonicalValue> = {};
  let last: string | undefined;
  reader.at += 1;
  if (take(reader, "}")) return object;
  do {
    const at = reader.at;
    if (reader.text[at] !== '"') throw unexpected(reader, "a key", path);
    const key = readString(reader, path);
    const place = pointer(path, key);
    if (last === key) throw refuse("duplicate-key", `the key "${key}" a second time`, place, at);
    if (last !== undefined && key < last) throw keyOrder(key, last, object, place, at);
    expect(reader, ":", place);
    // A plain assignment to "__proto__" would set the prototype and lose the member.
    Object.defineProperty(object, key, {
      value: readValue(reader, place, depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    last = key;
  } while (take(reader, ","));
  expect(reader, "}", path);
  return object;
}

function readList(reader: Reader, path: string, depth: number): CanonicalValue {
  const list: CanonicalValue[] = [];
  reader.at += 1;
  if (take(reader, "]")) return list;
  do list.push(readValue(reader, pointer(path, list.length), depth + 1));
  while (take(reader, ","));
  expect(reader, "]", path);
  return list;
}

function readString(reader: Reader, path: string): string {
  const at = reader.at;
  const token = match(reader, STRING);
  if (token === undefined) throw unexpected(reader, "the end of a string", path);
  const value = decode(token, path, at);
  assertCanonicalString(value, path, at);
  if (JSON.stringify(value) !== token) throw refuse("spelling", `the string ${token.slice(0, 40)}`, path, at);
  return value;
}

function readNumber(reader: Reader, path: string): number {
  const at = reader.at;
  const token = match(reader, NUMBER);
  if (token === undefined) throw unexpected(reader, "a value", path);
  const value = Number(token);
  assertCanonicalNumber(value, path, at);
  if (String(value) !== token) throw refuse("spelling", `the number ${token.slice(0, 40)}`, path, at);
  return value;
}

function decode(token: string, path: string, at: number): string {
  try {
    const value: unknown = JSON.parse(token);
    return String(value);
  } catch {
    throw refuse("syntax", `the string ${token.slice(0, 40)}`, path, at);
  }
}

function match(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const token = pattern.exec(reader.text)?.[0];
  if (token !== undefined) reader.at += token.length;
  return token;
}

function take(reader: Reader, token: string): boolean {
  if (!reader.text.startsWith(token, reader.at)) return false;
  reader.at += token.length;
  return true;
}

function expect(reader: Reader, token: string, path: string): void {
  if (!take(reader, token)) throw unexpected(reader, `"${token}"`, path);
}

function keyOrder(key: string, last: string, object: object, path: string, at: number): CanonicalError {
  return Object.hasOwn(object, key)
    ? refuse("duplicate-key", `the key "${key}" a second time`, path, at)
    : refuse("key-order", `the key "${key}" after "${last}"`, path, at);
}

function unexpected({ text, at }: Reader, wanted: string, path: string): CanonicalError {
  const found = at < text.length ? JSON.stringify(text.slice(at, at + 10)) : "the end";
  return refuse("syntax", `${found} in place of ${wanted}`, path, at);
}
