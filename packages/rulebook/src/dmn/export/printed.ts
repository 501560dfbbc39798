/** FEEL text and how tightly it binds. */
export type Printed = { readonly text: string; readonly level: number };

export const levels = { if: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, negation: 6, atom: 7 } as const;

export function atom(text: string): Printed {
  return { text, level: text.startsWith("-") ? levels.negation : levels.atom };
}

/** In brackets where it binds less than its place asks for. */
export function bracketed({ text, level }: Printed, wanted: number): string {
  return level < wanted ? `(${text})` : text;
}

/** A left-associative operation. */
export function binary(left: Printed, sign: "+" | "-" | "*" | "/", right: Printed): Printed {
  const level = sign === "+" || sign === "-" ? levels.sum : levels.product;
  return { text: `${bracketed(left, level)} ${sign} ${bracketed(right, level + 1)}`, level };
}

export function call(name: string, ...args: readonly string[]): Printed {
  return { text: `${name}(${args.join(", ")})`, level: levels.atom };
}
