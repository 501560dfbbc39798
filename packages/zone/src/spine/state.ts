/** Where one row of state lives. Keys are text, made of tokens and numbers only. */
export type StateKey = { readonly table: string; readonly key: string };

/** A row of state: plain columns; an absent column is SQL NULL. */
export type Row = { readonly [column: string]: string | number | boolean };

/** What an entry does to state. Counters only ever add, so that no lost update can hide (promises.md §8). */
export type Change =
  | { readonly kind: "put"; readonly table: string; readonly key: string; readonly row: Row }
  | { readonly kind: "drop"; readonly table: string; readonly key: string }
  | Addition;

/** Adds to a counter, whose declared range its value never leaves. */
export type Addition = {
  readonly kind: "add";
  readonly key: string;
  readonly amount: number;
  readonly least: number;
  readonly most: number;
};

/** State as a concept may read it: only the rows it asked for, and the changes of the entries before it. */
export interface State {
  /** The row, or undefined when there is none. Throws when the key was never asked for. */
  find(table: string, key: string): Row | undefined;
  /** Value of a counter, 0 when nothing was counted yet. */
  total(key: string): number;
}

/** Table of counters; its rows are changed by "add" only. */
export const COUNTER = "counter";

/** One text per place of state, for maps and for the order of locks. */
export function placeOf({ table, key }: StateKey): string {
  return `${table}\n${key}`;
}
