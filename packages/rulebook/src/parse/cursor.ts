import { SyntaxProblem } from "./problem.ts";
import type { Token } from "./tokens.ts";

/** Parentheses, calls and branches inside each other. */
export const maxNesting = 64;

/** A place in a list of tokens. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #index = 0;
  #nesting = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get token(): Token {
    return this.#tokens[this.#index]!;
  }

  next(): Token {
    const token = this.token;
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  /** Whether the token is this sign or word. */
  is(text: string): boolean {
    return (this.token.kind === "sign" || this.token.kind === "word") && this.token.text === text;
  }

  /** Takes the sign or word if it is next. */
  take(text: string): Token | undefined {
    return this.is(text) ? this.next() : undefined;
  }

  expect(text: string, after: string): Token {
    return this.take(text) ?? this.fail(`"${text}" is expected ${after}`);
  }

  expectEnd(): void {
    if (this.token.kind !== "end") this.fail("nothing more is expected");
  }

  fail(why: string): never {
    const { kind, text, at } = this.token;
    const where = kind === "end" ? "at its end" : `at "${text}"`;
    throw new SyntaxProblem(at, `Cannot read the expression ${where}: ${why}`);
  }

  /** Runs a part that may contain itself, within the limit. */
  nest<T>(part: () => T): T {
    this.#nesting += 1;
    if (this.#nesting > maxNesting) this.fail(`more than ${maxNesting} parts are nested`);
    const result = part();
    this.#nesting -= 1;
    return result;
  }
}
