import { RequestError } from "../errors.ts";

/** Deeper nesting than any schema of ours; a bomb of brackets stops here. */
export const JSON_DEPTH_MAX = 32;

/**
 * JSON as both sides would read it (RFC 8259 with the rules of I-JSON, RFC 7493): valid UTF-8, no name twice in an object,
 * no lone surrogates, no number beyond what a double holds exactly as an integer, bounded depth.
 * @throws RequestError 400 `request/json`
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  scan(text);
  return value;
}

/** Before the scan, which takes linear time on valid JSON only: an open quote would make it look for its end again and again. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("it is not JSON");
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused("it is not UTF-8");
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/gsu;

/** One pass over the tokens with a stack of the names seen in each open object, undefined for a list. */
function scan(text: string): void {
  const open: Array<Set<string> | undefined> = [];
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") addName(open.at(-1), last);
    else if (token.startsWith('"')) assertWellFormed(token);
    else if (/^[-\d]/.test(token)) assertNumber(token);
    if (open.length > JSON_DEPTH_MAX) throw refused(`it is nested deeper than ${JSON_DEPTH_MAX}`);
    last = token;
  }
}

function addName(names: Set<string> | undefined, token: string): void {
  const name = stringOf(token);
  if (names === undefined) return;
  if (names.has(name)) throw refused("a name stands twice in one object");
  names.add(name);
}

function assertWellFormed(token: string): void {
  if (!stringOf(token).isWellFormed()) throw refused("a text holds half a character");
}

function assertNumber(token: string): void {
  if (Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER) throw refused("a number is too large");
}

/** The text that a string token writes, its escapes resolved. */
function stringOf(token: string): string {
  return JSON.parse(token) as string;
}

function refused(why: string): RequestError {
  return new RequestError("request/json", 400, `Cannot read the body: ${why}`);
}
