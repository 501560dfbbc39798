import type { AnyConcept, Body } from "../../packages/zone/src/spine/concept.ts";
import { entryChanges } from "../../packages/zone/src/spine/fold.ts";
import type { World } from "../../packages/zone/src/spine/installed.ts";
import { LoadedState } from "../../packages/zone/src/spine/loaded-state.ts";
import { type Change, COUNTER, placeOf, type Row, type StateKey } from "../../packages/zone/src/spine/state.ts";

export type Placed = StateKey & { readonly row: Row };
export type Entry = { readonly number: number; readonly body: Body };

/**
 * The node without database: the product's concepts and fold over a map. The journal and the answered keys are its disk;
 * the rows are memory, and folding the journal again must give them (P12).
 */
export class SimNode {
  readonly journal: Entry[] = [];
  readonly #answers = new Map<string, Entry>();
  readonly #concepts: ReadonlyMap<string, AnyConcept>;
  readonly #world: World;
  rows = new Map<string, Placed>();

  constructor(concepts: ReadonlyMap<string, AnyConcept>, world: World) {
    this.#concepts = concepts;
    this.#world = world;
  }

  /** Decides a command once for its key and records it; asked again with the key it gives the same entry. */
  ask(key: string, command: { readonly kind: string }, atMs: number): Entry {
    const before = this.#answers.get(key);
    if (before !== undefined) return before;
    const concept = this.#concept(command.kind);
    const number = this.journal.length + 1;
    const keys = concept.keys(command as never, this.#world, atMs);
    const found = keys.flatMap((one) => this.rows.get(placeOf(one)) ?? []);
    const state = new LoadedState(keys, found);
    const { outcome, reason, details } = concept.decide(command as never, state, this.#world, { atMs, number });
    const body = { ...details, kind: command.kind, at: instantOf(atMs), outcome, reason } as Body;
    const entry = { number, body };
    const changes = entryChanges(concept, body, number, this.#world.rulebooks);
    state.apply(changes, number);
    for (const change of changes) keep(this.rows, change, number);
    this.journal.push(entry);
    this.#answers.set(key, entry);
    return entry;
  }

  /** State as the journal alone tells it. */
  refolded(): Map<string, Placed> {
    const rows = new Map<string, Placed>();
    for (const { number, body } of this.journal) {
      const changes = entryChanges(this.#concept(body.kind), body, number, this.#world.rulebooks);
      for (const change of changes) keep(rows, change, number);
    }
    return rows;
  }

  #concept(kind: string): AnyConcept {
    const concept = this.#concepts.get(kind);
    if (concept === undefined) throw new Error(`Cannot decide: no concept of the kind "${kind}"`);
    return concept;
  }
}

/** Whether two states hold the same rows. */
export function sameRows(one: ReadonlyMap<string, Placed>, other: ReadonlyMap<string, Placed>): boolean {
  if (one.size !== other.size) return false;
  for (const [place, { row }] of one) {
    const found = other.get(place)?.row;
    if (found === undefined || !sameRow(row, found)) return false;
  }
  return true;
}

function sameRow(one: Row, other: Row): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function keep(rows: Map<string, Placed>, change: Change, number: number): void {
  if (change.kind === "put") rows.set(placeOf(change), { table: change.table, key: change.key, row: change.row });
  else if (change.kind === "drop") rows.delete(placeOf(change));
  else {
    const place = { table: COUNTER, key: change.key };
    const value = Number(rows.get(placeOf(place))?.row.value ?? 0) + change.amount;
    if (value < change.least || value > change.most) throw new RangeError(`"${change.key}" would be ${value}`);
    rows.set(placeOf(place), { ...place, row: { value, last: number } });
  }
}

const instants = new Map<number, string>();

/** The same few instants are written in every world. */
function instantOf(atMs: number): string {
  const known = instants.get(atMs);
  if (known !== undefined) return known;
  const text = Temporal.Instant.fromEpochMilliseconds(atMs).toString({ smallestUnit: "millisecond" });
  if (instants.size < 10_000) instants.set(atMs, text);
  return text;
}
