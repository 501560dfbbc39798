import type { Message, MessageCase, MessagePart } from "../ir/message.ts";
import type { Place } from "../ir/place.ts";
import { SyntaxProblem } from "./problem.ts";

/** Plurals and selects inside each other; a sentence deeper than this cannot be read by people either. */
export const maxMessageNesting = 4;

/**
 * Parses a say-text: ICU MessageFormat limited to `{name}`, `{name, plural, …}` and `{name, select, …}`, with `#`
 * inside a plural and apostrophes quoting braces. Throws a `SyntaxProblem` with the id `say/syntax`.
 */
export function parseMessage(text: string, placeOf: (offset: number) => Place): Message {
  const state: State = { text, placeOf, offset: 0 };
  const message = parseParts(state, [], 0);
  if (state.offset < text.length) fail(state, '"}" closes nothing');
  return message;
}

type State = { readonly text: string; readonly placeOf: (offset: number) => Place; offset: number };

function parseParts(state: State, plurals: readonly string[], depth: number): MessagePart[] {
  const parts: MessagePart[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ kind: "text", text });
    text = "";
  };
  while (state.offset < state.text.length && state.text[state.offset] !== "}") {
    const character = state.text[state.offset]!;
    if (character === "{") {
      flush();
      parts.push(parseArgument(state, plurals, depth));
    } else if (character === "#" && plurals.length > 0) {
      flush();
      parts.push({ kind: "number", name: plurals.at(-1)! });
      state.offset += 1;
    } else if (character === "'") text += takeApostrophe(state, plurals.length > 0);
    else {
      text += character;
      state.offset += 1;
    }
  }
  flush();
  return parts;
}

/** `''` is an apostrophe; one before a brace (or `#` in a plural) quotes up to the next; any other is itself. */
function takeApostrophe(state: State, inPlural: boolean): string {
  const after = state.text[state.offset + 1];
  if (after === "'") {
    state.offset += 2;
    return "'";
  }
  if (after !== "{" && after !== "}" && !(after === "#" && inPlural)) {
    state.offset += 1;
    return "'";
  }
  const quoted = /'((?:[^']|'')*)'/y;
  quoted.lastIndex = state.offset;
  const match = quoted.exec(state.text) ?? fail(state, "the quoted part is not closed");
  state.offset += match[0].length;
  return match[1]!.replaceAll("''", "'");
}

function parseArgument(state: State, plurals: readonly string[], depth: number): MessagePart {
  state.offset += 1;
  const name = takeWord(state, "the name of a value is expected");
  if (take(state, "}")) return { kind: "argument", name };
  if (!take(state, ",")) fail(state, `"}" is expected after "${name}"`);
  const form = takeWord(state, '"plural" or "select" is expected');
  if (form !== "plural" && form !== "select")
    fail(state, `"${form}" is not possible here, only "plural" and "select" are`);
  if (depth >= maxMessageNesting) fail(state, `more than ${maxMessageNesting} choices are nested`);
  if (!take(state, ",")) fail(state, `"," is expected after "${form}"`);
  const inner = form === "plural" ? [...plurals, name] : plurals;
  return { kind: form, name, cases: parseCases(state, inner, depth + 1) };
}

function parseCases(state: State, plurals: readonly string[], depth: number): MessageCase[] {
  const cases: MessageCase[] = [];
  while (!take(state, "}")) {
    const key = takeWord(state, 'a case such as "other {…}" is expected', /=?[\p{L}\p{N}_-]+/uy);
    if (!take(state, "{")) fail(state, `"{" is expected after the case "${key}"`);
    if (cases.some((known) => known.key === key)) fail(state, `the case "${key}" stands twice`);
    const message = parseParts(state, plurals, depth);
    if (!take(state, "}")) fail(state, `the case "${key}" is not closed`);
    cases.push({ key, message });
  }
  const other = cases.findIndex((known) => known.key === "other");
  if (other < 0) fail(state, 'the case "other" is missing');
  cases.push(...cases.splice(other, 1));
  return cases;
}

function takeWord(state: State, expected: string, pattern = /[a-z][a-z0-9_]*/y): string {
  skipSpace(state);
  pattern.lastIndex = state.offset;
  const match = pattern.exec(state.text) ?? fail(state, expected);
  state.offset += match[0].length;
  return match[0];
}

/** Takes the sign after spaces; what follows "{" is text, so that its spaces stay. */
function take(state: State, sign: string): boolean {
  skipSpace(state);
  if (state.text[state.offset] !== sign) return false;
  state.offset += 1;
  return true;
}

function skipSpace(state: State): void {
  while (/\s/.test(state.text[state.offset] ?? "")) state.offset += 1;
}

function fail(state: State, why: string): never {
  throw new SyntaxProblem(state.placeOf(state.offset), `Cannot read the text for people: ${why}`, "say/syntax");
}
