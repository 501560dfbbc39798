import { type Change, COUNTER, placeOf, type Row, type State, type StateKey } from "./state.ts";

/** What a batch of entries leaves to be written: rows put or dropped, and additions to counters with their last entry. */
export type Touched = {
  readonly put: readonly (StateKey & { readonly row: Row })[];
  readonly dropped: readonly StateKey[];
  readonly added: readonly { readonly key: string; readonly amount: number; readonly last: number }[];
};

/** Rows that were loaded and locked, and what the entries decided so far did to them. */
export class LoadedState implements State {
  readonly #rows = new Map<string, Row | undefined>();
  readonly #put = new Map<string, StateKey & { readonly row: Row }>();
  readonly #dropped = new Map<string, StateKey>();
  readonly #added = new Map<string, { key: string; amount: number; last: number }>();

  constructor(asked: readonly StateKey[], found: readonly (StateKey & { readonly row: Row })[]) {
    for (const key of asked) this.#rows.set(placeOf(key), undefined);
    for (const one of found) this.#rows.set(placeOf(one), one.row);
  }

  find(table: string, key: string): Row | undefined {
    const place = placeOf({ table, key });
    if (!this.#rows.has(place)) throw new Error(`Cannot read "${table}/${key}": the concept did not ask for it`);
    return this.#rows.get(place);
  }

  total(key: string): number {
    const value = this.find(COUNTER, key)?.value ?? 0;
    if (typeof value !== "number") throw new Error(`Cannot read the counter "${key}": its value is not a number`);
    return value;
  }

  /** Applies the changes of entry `number`; later entries of the batch see them. */
  apply(changes: readonly Change[], number: number): void {
    for (const change of changes) {
      if (change.kind === "add") this.#add(change.key, change.amount, number);
      else if (change.kind === "put") this.#putRow(change);
      else this.#drop(change);
    }
  }

  /** Everything that must be written, in no particular order; each place once. */
  touched(): Touched {
    return { put: [...this.#put.values()], dropped: [...this.#dropped.values()], added: [...this.#added.values()] };
  }

  #add(key: string, amount: number, last: number): void {
    const value = this.total(key) + amount;
    if (!Number.isSafeInteger(value)) throw new Error(`Cannot add to the counter "${key}": not a safe integer`);
    this.#rows.set(placeOf({ table: COUNTER, key }), { value, last });
    const before = this.#added.get(key)?.amount ?? 0;
    this.#added.set(key, { key, amount: before + amount, last });
  }

  #putRow({ table, key, row }: { table: string; key: string; row: Row }): void {
    const place = placeOf({ table, key });
    this.#rows.set(place, row);
    this.#dropped.delete(place);
    this.#put.set(place, { table, key, row });
  }

  #drop({ table, key }: StateKey): void {
    const place = placeOf({ table, key });
    this.#rows.set(place, undefined);
    this.#put.delete(place);
    this.#dropped.set(place, { table, key });
  }
}
