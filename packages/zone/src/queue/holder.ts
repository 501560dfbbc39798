import type { State, StateKey } from "../spine/state.ts";
import { findPlace, isHolding, type Place, placeKey } from "./place.ts";
import type { Quarter } from "./quarter.ts";
import { getVehicle, getYard, type QueueRows, vehicleRowKey, vinRowKey, yardKey } from "./rows.ts";
import { getSlot, held, slotKey } from "./slot.ts";

/** A booking as the caller read it; what is decided is read again under the lock, and a difference is an answer. */
export type Held = {
  readonly booking: string;
  readonly vehicle: string;
  readonly vin: string;
  readonly quarter?: Quarter;
};

export function keysOfHeld({ booking, vehicle, vin, quarter }: Held): readonly StateKey[] {
  const slot = quarter === undefined ? [] : [slotKey(quarter)];
  return [placeKey(booking), vehicleRowKey(vehicle), vinRowKey(vin), yardKey, ...slot];
}

/** The place of the booking, or the reason why it is not what the caller read. */
export function placeOfHeld(command: Held, state: State): Place | "booking_unknown" | "queue_moved" {
  const { booking, vehicle, vin, quarter } = command;
  const place = findPlace(state, booking);
  if (place === undefined) return "booking_unknown";
  const isSame = place.vehicle === vehicle && place.vin === vin && place.quarter === quarter;
  return isSame ? place : "queue_moved";
}

/** Rows of a place that leaves the queue: its slot is free again, its vehicle may book again. */
export function rowsOfLeaving(command: Held, before: Place, after: Place, state: State): QueueRows {
  const { booking, vehicle, vin, quarter } = command;
  const { booking: _, ...free } = getVehicle(state, vehicle);
  const isSlotHeld = isHolding(before) && quarter !== undefined;
  return {
    places: new Map([[booking, after]]),
    vehicles: [free],
    vins: [{ vin }],
    slots: isSlotHeld ? [held(getSlot(state, quarter), before.mode, -1)] : [],
    yard: yardWithout(before, state),
  };
}

/** The waiting area after a place has left its queue. */
export function yardWithout(before: Place, state: State) {
  const yard = getYard(state);
  return {
    waiting: yard.waiting - (before.state === "waiting" ? 1 : 0),
    unplaced: yard.unplaced - (isHolding(before) && before.quarter === undefined ? 1 : 0),
  };
}
