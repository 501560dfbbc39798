import { type Addition, type Change, placeOf, type Row, type StateKey } from "./state.ts";

/** What entries leave to be written: rows put or dropped, and sums added to counters with the last entry that did. */
export type Touched = {
  readonly put: readonly (StateKey & { readonly row: Row })[];
  readonly dropped: readonly StateKey[];
  readonly added: readonly (Addition & { readonly last: number })[];
};

/** Gathers the changes of many entries, so that each place is written once. */
export class PendingChanges {
  readonly #put = new Map<string, StateKey & { readonly row: Row }>();
  readonly #dropped = new Map<string, StateKey>();
  readonly #added = new Map<string, Addition & { readonly last: number }>();

  /** Takes the changes of entry `number`, in the order of the journal. */
  add(changes: readonly Change[], number: number): void {
    for (const change of changes) {
      if (change.kind === "add") this.#sum(change, number);
      else if (change.kind === "put") this.#replace(change);
      else this.#drop(change);
    }
  }

  touched(): Touched {
    return { put: [...this.#put.values()], dropped: [...this.#dropped.values()], added: [...this.#added.values()] };
  }

  #sum(addition: Addition, last: number): void {
    const before = this.#added.get(addition.key)?.amount ?? 0;
    this.#added.set(addition.key, { ...addition, amount: before + addition.amount, last });
  }

  #replace({ table, key, row }: StateKey & { row: Row }): void {
    const place = placeOf({ table, key });
    this.#dropped.delete(place);
    this.#put.set(place, { table, key, row });
  }

  #drop({ table, key }: StateKey): void {
    const place = placeOf({ table, key });
    this.#put.delete(place);
    this.#dropped.set(place, { table, key });
  }
}
