import type { Moment } from "../spine/concept.ts";
import type { State, StateKey } from "../spine/state.ts";
import { findPlace, isHolding, type Place, placeKey } from "./place.ts";
import { type Quarter, quarterOf, quartersBetween } from "./quarter.ts";
import { type Replanned, replan } from "./replan.ts";
import { getYard, yardKey } from "./rows.ts";
import { getSlot, type Slot, slotKey } from "./slot.ts";

/** Quarters that one shift or closing spans at most: a day of 25 hours. */
export const SPAN_QUARTERS_MAX = 100;
/** Quarters in which a new slot is sought: a week. */
export const SEARCH_QUARTERS_MAX = 672;
/** Vehicles that one entry plans anew at most. */
export const REPLANNED_MAX = 400;

/** Somebody who may have to be moved, as the caller read her; what is decided is read again under the lock. */
export type Holder = { readonly booking: string; readonly quarter?: Quarter };

/** A span of quarters that changes, with everybody who holds one of them or none at all. */
export type Span = {
  readonly from: Quarter;
  readonly until: Quarter;
  /** End of the search for new slots. */
  readonly search: Quarter;
  readonly holders: readonly Holder[];
};

/** Whether the span is one that an entry can hold. */
export function isSpan({ from, until, search, holders }: Span): boolean {
  const isBounded = until > from && until - from <= SPAN_QUARTERS_MAX && search >= until;
  return isBounded && search - from <= SEARCH_QUARTERS_MAX && holders.length <= REPLANNED_MAX;
}

/** The rows that planning anew reads. */
export function keysOfSpan({ from, search, holders }: Span): readonly StateKey[] {
  const slots = quartersBetween(from, Math.min(search, from + SEARCH_QUARTERS_MAX)).map(slotKey);
  return [...slots, ...holders.slice(0, REPLANNED_MAX).map(({ booking }) => placeKey(booking)), yardKey];
}

/**
 * Changes every slot of the span and plans anew whom they no longer take. Undefined when the holders that were brought are
 * not all who hold the span: somebody has moved meanwhile, and nobody is left out.
 */
export function changeSpan(
  span: Span,
  state: State,
  { atMs, number }: Moment,
  change: (slot: Slot) => Slot,
  why: string,
): Replanned | undefined {
  const { from, until, search } = span;
  const changed = new Set(quartersBetween(from, until));
  const before = new Map(quartersBetween(from, search).map((quarter) => [quarter, getSlot(state, quarter)] as const));
  const holders = holdersOf(span, state);
  if (holders === undefined || !isComplete(before, changed, holders, getYard(state).unplaced)) return undefined;
  const slots = new Map([...before].map(([quarter, slot]) => [quarter, changed.has(quarter) ? change(slot) : slot]));
  return replan({ slots, changed, holders, from: Math.max(from, quarterOf(atMs)), number, why });
}

function holdersOf({ holders }: Span, state: State): ReadonlyMap<string, Place> | undefined {
  const found = new Map<string, Place>();
  for (const { booking, quarter } of holders) {
    const place = findPlace(state, booking);
    if (place === undefined || !isHolding(place) || place.quarter !== quarter) return undefined;
    found.set(booking, place);
  }
  return found.size === holders.length ? found : undefined;
}

function isComplete(
  slots: ReadonlyMap<Quarter, Slot>,
  changed: ReadonlySet<Quarter>,
  holders: ReadonlyMap<string, Place>,
  unplaced: number,
): boolean {
  const count = (quarter: Quarter | undefined) =>
    [...holders.values()].filter((place) => place.quarter === quarter).length;
  const isFull = [...changed].every((quarter) => {
    const slot = slots.get(quarter)!;
    return count(quarter) === slot.booked + slot.live;
  });
  return isFull && count(undefined) === unplaced;
}
