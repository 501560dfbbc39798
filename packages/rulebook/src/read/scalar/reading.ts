/** A text read as a value, or the reason why it cannot be: the end of a sentence "Cannot read "…" as …: why". */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export function accept<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refuse(why: string): { readonly ok: false; readonly why: string } {
  return { ok: false, why };
}
