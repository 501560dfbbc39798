import { PendingChanges, type Touched } from "./pending-changes.ts";
import { type Change, COUNTER, placeOf, type Row, type State, type StateKey } from "./state.ts";

/** Rows that were loaded and locked, and what the entries decided so far did to them. */
export class LoadedState implements State {
  readonly #rows = new Map<string, Row | undefined>();
  readonly #pending = new PendingChanges();

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
    for (const change of changes) this.#show(change, number);
    this.#pending.add(changes, number);
  }

  /** Everything that must be written; each place once. */
  touched(): Touched {
    return this.#pending.touched();
  }

  #show(change: Change, number: number): void {
    if (change.kind === "put") this.#rows.set(placeOf(change), change.row);
    else if (change.kind === "drop") this.#rows.set(placeOf(change), undefined);
    else this.#count(change.key, this.total(change.key) + change.amount, number);
  }

  #count(key: string, value: number, last: number): void {
    if (!Number.isSafeInteger(value)) throw new Error(`Cannot add to the counter "${key}": not a safe integer`);
    this.#rows.set(placeOf({ table: COUNTER, key }), { value, last });
  }
}
