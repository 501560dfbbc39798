import { inOrder, type Place, TURNS } from "./place.ts";
import type { Quarter } from "./quarter.ts";
import { freeRoom, held, type Slot, sizeOf } from "./slot.ts";

/** What is planned anew: slots as they are after the change, and everybody who holds a changed one or none. */
export type Replanning = {
  readonly slots: ReadonlyMap<Quarter, Slot>;
  readonly changed: ReadonlySet<Quarter>;
  readonly holders: ReadonlyMap<string, Place>;
  /** Earliest quarter that can be given. */
  readonly from: Quarter;
  /** Number of the entry, which makes the new turns. */
  readonly number: number;
  /** Code of why, told to each driver who is moved. */
  readonly why: string;
};

/** The slots and places that changed. Nobody is dropped: who finds no slot keeps the turn and waits for one. */
export type Replanned = {
  readonly slots: ReadonlyMap<Quarter, Slot>;
  readonly places: ReadonlyMap<string, Place>;
  readonly unplaced: number;
};

/**
 * Gives new slots to those whom the changed ones no longer take, in the order they had, each the earliest with room that is
 * not before the own slot; so nobody gets an earlier one than who stood ahead. Who is not affected keeps slot and turn:
 * nobody is pushed out.
 */
export function replan({ slots, changed, holders, from, number, why }: Replanning): Replanned {
  const planned = new Map(slots);
  const leaving = [...holders].filter(([, place]) => place.quarter === undefined || changed.has(place.quarter));
  const displaced = overflowOf(leaving, planned);
  const given = new Map<string, Place>();
  const open = [...planned.keys()].sort((a, b) => a - b);
  let turn = number * TURNS;
  for (const [booking, place] of displaced) {
    const earliest = Math.max(from, place.quarter ?? from);
    const quarter = open.find((one) => one >= earliest && freeRoom(planned.get(one)!) > 0);
    if (quarter === undefined && place.quarter === undefined) continue;
    if (quarter !== undefined) planned.set(quarter, held(planned.get(quarter)!, place.mode, 1));
    given.set(booking, movedTo(place, quarter, turn++, why));
  }
  const unplaced = [...holders].filter(([booking, place]) => (given.get(booking) ?? place).quarter === undefined);
  return { slots: changesOf(slots, planned, changed), places: given, unplaced: unplaced.length };
}

/** Whom the changed slots no longer take, the last of each, in the queue's order; who has waited for any slot stands first. */
function overflowOf(leaving: readonly (readonly [string, Place])[], planned: Map<Quarter, Slot>) {
  const ordered = leaving.toSorted(([, a], [, b]) => inOrder({ quarter: 0, ...a }, { quarter: 0, ...b }));
  const kept = new Map<Quarter, number>();
  return ordered.filter(([, { quarter, mode }]) => {
    if (quarter === undefined) return true;
    const slot = planned.get(quarter)!;
    const before = kept.get(quarter) ?? 0;
    if (before < sizeOf(slot) - slot.called) {
      kept.set(quarter, before + 1);
      return false;
    }
    planned.set(quarter, held(slot, mode, -1));
    return true;
  });
}

/** A place that never had a slot is not moved by the road when it is given its first. */
function movedTo(place: Place, quarter: Quarter | undefined, turn: number, why: string): Place {
  const { quarter: _, ...rest } = place;
  if (place.first === undefined && quarter !== undefined) return { ...rest, quarter, first: quarter, turn };
  return { ...rest, ...(quarter === undefined ? {} : { quarter }), turn, moves: place.moves + 1, why };
}

function changesOf(
  before: ReadonlyMap<Quarter, Slot>,
  after: ReadonlyMap<Quarter, Slot>,
  changed: ReadonlySet<Quarter>,
): ReadonlyMap<Quarter, Slot> {
  return new Map([...after].filter(([quarter, slot]) => changed.has(quarter) || before.get(quarter) !== slot));
}
