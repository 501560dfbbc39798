import { outside } from "../problem.ts";
import { feelFunctions, feelKeywords, matchName } from "./names.ts";
import { type FeelNumber, parseNumber } from "./number.ts";
import { parseStringAt } from "./strings.ts";

/** Names that FEEL text may use: of variables and functions, and after a dot of components. */
export type KnownNames = { readonly names: ReadonlySet<string>; readonly properties: ReadonlySet<string> };

export type Token =
  | { readonly kind: "number"; readonly text: string; readonly value: FeelNumber }
  | { readonly kind: "string"; readonly text: string; readonly value: string }
  /** `@"…"`. */
  | { readonly kind: "at"; readonly text: string; readonly value: string }
  /** A declared name, or a built-in function's. */
  | { readonly kind: "name"; readonly text: string }
  /** A keyword, or a word that nothing declares. */
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "end"; readonly text: "" };

/** A longer expression is a program, not a rule. */
export const tokensMax = 2000;

const space = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const number = /\d+(?:\.\d+)?|\.\d+/y;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const symbol = /\*\*|\.\.|<=|>=|!=|->|[-+*/=<>()[\]{},.:?@]/y;

/** Splits FEEL text; what is declared decides where a name with spaces ends. */
export function tokenize(text: string, known: KnownNames): readonly Token[] {
  const tokens: Token[] = [];
  let position = skip(text, 0);
  while (position < text.length) {
    if (tokens.length >= tokensMax) outside(`an expression of more than ${tokensMax} tokens`);
    const { token, end } = tokenAt(text, position, tokens.at(-1), known);
    tokens.push(token);
    position = skip(text, end);
  }
  return [...tokens, { kind: "end", text: "" }];
}

type Found = { readonly token: Token; readonly end: number };

function tokenAt(text: string, at: number, before: Token | undefined, known: KnownNames): Found {
  if (text[at] === '"') return stringAt(text, at, "string", at);
  if (text[at] === "@" && text[at + 1] === '"') return stringAt(text, at + 1, "at", at);
  const isProperty = before?.kind === "symbol" && before.text === ".";
  const named = matchName(text, at, isProperty ? known.properties : known.names) ?? functionAt(text, at);
  if (named) return { token: { kind: "name", text: named.name }, end: named.end };
  const digits = take(number, text, at);
  if (digits !== undefined) return numberAt(digits, at);
  const letters = take(word, text, at);
  if (letters !== undefined) return { token: { kind: "word", text: letters }, end: at + letters.length };
  const sign = take(symbol, text, at);
  if (sign !== undefined) return { token: { kind: "symbol", text: sign }, end: at + sign.length };
  return outside(`the character "${String.fromCodePoint(text.codePointAt(at)!)}"`);
}

function numberAt(digits: string, at: number): Found {
  const value = parseNumber(digits) ?? outside(`the number ${digits}`);
  return { token: { kind: "number", text: digits, value }, end: at + digits.length };
}

function stringAt(text: string, quote: number, kind: "string" | "at", at: number): Found {
  const { value, end } = parseStringAt(text, quote);
  return { token: { kind, text: text.slice(at, end), value }, end };
}

/** A built-in is one only before its bracket: elsewhere the word is a name that nothing declares. */
function functionAt(text: string, at: number): { name: string; end: number } | undefined {
  const found = matchName(text, at, feelFunctions);
  return found && text[skip(text, found.end)] === "(" ? found : undefined;
}

/** Words from a token on that make up an undeclared name, for a message. */
export function unknownWords(tokens: readonly Token[], from: number): string {
  const end = tokens.findIndex((token, index) => index >= from && token.kind !== "word" && token.kind !== "name");
  const words = tokens.slice(from, end).map((token) => token.text);
  const isCall = tokens[end]?.text === "(";
  const plain = isCall ? words : words.filter((each) => !feelKeywords.has(each));
  return isCall ? `the function "${plain.join(" ")}"` : `the name "${plain.join(" ")}", which is not declared`;
}

function skip(text: string, at: number): number {
  space.lastIndex = at;
  space.exec(text);
  return space.lastIndex;
}

function take(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
