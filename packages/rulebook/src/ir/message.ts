import type { Language } from "./texts.ts";

/** A say-text: ICU MessageFormat with arguments, `plural` and `select` only. */
export type Message = readonly MessagePart[];

export type MessagePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "argument"; readonly name: string }
  | { readonly kind: "plural"; readonly name: string; readonly cases: readonly MessageCase[] }
  | { readonly kind: "select"; readonly name: string; readonly cases: readonly MessageCase[] }
  /** `#` inside a plural: the plural's number. */
  | { readonly kind: "number"; readonly name: string };

/** `key` is a plural category, `=N`, a code, or `other`; the last case is always `other`. */
export type MessageCase = { readonly key: string; readonly message: Message };

export type Messages = { readonly [language in Language]: Message };
