import type { Row, State, StateKey } from "../spine/state.ts";
import type { Quarter } from "./quarter.ts";

/** Table of slots, by quarter. */
export const QUEUE_SLOT = "queue_slot";

/** How a vehicle came into the queue: with a booking, or from the road. */
export const queueModes = ["booked", "live"] as const;
export type QueueMode = (typeof queueModes)[number];

/**
 * One quarter of an hour at the road gate. `own` and `peer` are what each side takes in it; a side that has not said so is
 * absent, and then the slot does not exist. Both stand in one row, so that no slot is ever half accepted.
 */
export type Slot = {
  readonly quarter: Quarter;
  readonly own?: number;
  readonly peer?: number;
  readonly closed: boolean;
  /** Vehicles still to be called that hold it, by mode. */
  readonly booked: number;
  readonly live: number;
  /** Vehicles that were called to the gate in it. */
  readonly called: number;
};

const PER_CENT = 100;

export function slotKey(quarter: Quarter): StateKey {
  return { table: QUEUE_SLOT, key: String(quarter) };
}

/** The slot of a quarter; one of which neither side has said anything takes nobody. */
export function getSlot(state: State, quarter: Quarter): Slot {
  const row = state.find(QUEUE_SLOT, String(quarter));
  return row === undefined ? emptySlot(quarter) : slotOf(row);
}

export function emptySlot(quarter: Quarter): Slot {
  return { quarter, closed: false, booked: 0, live: 0, called: 0 };
}

/** Reads a slot from a row of state or from an entry. Throws TypeError when it is none. */
export function slotOf(fields: Readonly<Record<string, unknown>>): Slot {
  const { quarter, own, peer, closed, booked, live, called } = fields;
  const counts = [quarter, booked, live, called];
  if (!counts.every((count) => Number.isSafeInteger(count))) throw new TypeError("Cannot read the slot: no count");
  return {
    ...({ quarter, booked, live, called } as Pick<Slot, "quarter" | "booked" | "live" | "called">),
    closed: closed === true,
    ...(typeof own === "number" ? { own } : {}),
    ...(typeof peer === "number" ? { peer } : {}),
  };
}

export function rowOfSlot(slot: Slot): Row {
  return { ...slot };
}

/** Vehicles the slot takes: what both sides take, and none while one of them has not said so or the road is closed. */
export function sizeOf({ own, peer, closed }: Slot): number {
  return own === undefined || peer === undefined || closed ? 0 : Math.min(own, peer);
}

/** Whether the slot exists: both sides have said what they take. */
export function isTwoSided({ own, peer }: Slot): boolean {
  return own !== undefined && peer !== undefined;
}

/** Places nobody holds. */
export function freeRoom(slot: Slot): number {
  return Math.max(0, sizeOf(slot) - slot.booked - slot.live - slot.called);
}

/**
 * Places that a vehicle of this mode may still take when `livePart` per cent are kept for the live queue. The live queue
 * may use what was not booked; bookings never use the part of the live queue.
 */
export function roomFor(slot: Slot, mode: QueueMode, livePart: number): number {
  if (mode === "live") return freeRoom(slot);
  const kept = Math.ceil((sizeOf(slot) * livePart) / PER_CENT);
  return Math.max(0, Math.min(freeRoom(slot), sizeOf(slot) - kept - slot.booked));
}

/** The slot with one holder more or fewer. */
export function held(slot: Slot, mode: QueueMode, by: 1 | -1): Slot {
  return { ...slot, [mode]: slot[mode] + by };
}
