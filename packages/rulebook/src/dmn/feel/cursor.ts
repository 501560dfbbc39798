import { outside } from "../problem.ts";
import { type KnownNames, type Token, tokenize, unknownWords } from "./tokens.ts";

/** Brackets and branches within one another. */
export const nestingMax = 64;

/** Constructs of FEEL that the profile leaves out, by the token that begins them. */
const foreign: { readonly [token: string]: string } = {
  for: "for-loops",
  some: "quantified expressions",
  every: "quantified expressions",
  function: "function definitions",
  external: "external functions",
  instance: "instance of",
  "{": "contexts",
  "[": "filters",
  "?": "tests with ?",
  ":": "named arguments",
  "..": "ranges as values",
};

/** A place in the tokens of one FEEL text. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;

  constructor(text: string, known: KnownNames) {
    this.#tokens = tokenize(text, known);
  }

  get token(): Token {
    return this.#tokens[this.#index]!;
  }

  /** Whether a keyword or symbol stands here. */
  is(text: string): boolean {
    return this.token.text === text && (this.token.kind === "symbol" || this.token.kind === "word");
  }

  take(text: string): boolean {
    const found = this.is(text);
    if (found) this.#index += 1;
    return found;
  }

  next(): Token {
    const { token } = this;
    if (token.kind !== "end") this.#index += 1;
    return token;
  }

  expect(text: string): void {
    if (!this.take(text)) this.refuse();
  }

  expectEnd(): void {
    if (this.token.kind !== "end") this.refuse();
  }

  /** Names what stands here as the reason. */
  refuse(): never {
    const { kind, text } = this.token;
    if (kind === "end") return outside("an expression that ends too early");
    if ((kind === "symbol" || kind === "word") && Object.hasOwn(foreign, text)) return outside(foreign[text]!);
    if (kind === "word" || kind === "name") return outside(unknownWords(this.#tokens, this.#index));
    return outside(`"${text}" where FEEL has none`);
  }

  /** Goes one level in; bounded, so that no text exhausts the stack. */
  nest<T>(part: () => T): T {
    this.#depth += 1;
    if (this.#depth > nestingMax) outside(`more than ${nestingMax} brackets or branches within one another`);
    const result = part();
    this.#depth -= 1;
    return result;
  }

  /** Whether the bracket here opens a range: ".." comes before a comma or a closing bracket of its level. */
  isRange(): boolean {
    if (this.is("]")) return true;
    if (!this.is("[") && !this.is("(")) return false;
    let depth = 0;
    for (const { kind, text } of this.#tokens.slice(this.#index)) {
      if (kind !== "symbol") continue;
      if (text === "(" || text === "[") depth += 1;
      if (text === ")" || text === "]") depth -= 1;
      if (depth === 1 && text === "..") return true;
      if (depth === 0 || (depth === 1 && text === ",")) return false;
    }
    return false;
  }
}
