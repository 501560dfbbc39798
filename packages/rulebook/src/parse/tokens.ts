import type { Place } from "../ir/place.ts";
import { SyntaxProblem } from "./problem.ts";

export type Token = {
  readonly kind: "number" | "text" | "day" | "word" | "sign" | "end";
  /** The spelling; of a text or day the content without its quotes. */
  readonly text: string;
  readonly at: Place;
  /** Offset of the first character after the token. */
  readonly end: number;
};

/** Tokens of one expression; the longest rule worth reading has a few hundred. */
export const maxTokens = 2000;

const patterns = [
  ["space", /[ \n]+/y],
  ["day", /@"([^"\n]*)"/y],
  ["text", /"((?:[^"\\\n]|\\.)*)"/y],
  ["number", /\d+(?:\.\d+)?%?/y],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["sign", /\.\.|<=|>=|!=|[-+*/=<>()[\],]/y],
] as const;

/** Splits an expression into tokens; `placeOf` gives the place of an offset. */
export function tokenize(text: string, placeOf: (offset: number) => Place): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const [kind, match] = nextMatch(text, offset, placeOf);
    const at = placeOf(offset);
    offset += match[0].length;
    if (kind === "space") continue;
    tokens.push({
      kind,
      text: kind === "text" ? unescapeText(match[1]!, at) : (match[1] ?? match[0]),
      at,
      end: offset,
    });
    if (tokens.length > maxTokens)
      throw new SyntaxProblem(at, `Cannot read the expression: more than ${maxTokens} words`);
  }
  tokens.push({ kind: "end", text: "", at: placeOf(text.trimEnd().length), end: text.length });
  return tokens;
}

type Kind = (typeof patterns)[number][0];

function nextMatch(text: string, offset: number, placeOf: (offset: number) => Place): [Kind, RegExpExecArray] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match !== null) return [kind, match];
  }
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  const why =
    character === '"' ? "the text is not closed on its line" : `the character "${character}" has no meaning here`;
  throw new SyntaxProblem(placeOf(offset), `Cannot read the expression: ${why}`);
}

function unescapeText(written: string, at: Place): string {
  return written.replace(/\\(.)/g, (_, character: string) => {
    if (character === '"' || character === "\\") return character;
    throw new SyntaxProblem(at, `Cannot read the text: "\\${character}" is not an escape, only \\" and \\\\ are`);
  });
}
