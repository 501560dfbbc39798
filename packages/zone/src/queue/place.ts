import type { Row, State, StateKey } from "../spine/state.ts";
import type { Quarter } from "./quarter.ts";
import type { QueueMode } from "./slot.ts";

/** Table of the vehicles in the queue, by the hash of the code that the driver holds. */
export const QUEUE_PLACE = "queue_place";

/** From booking to the gate. "waiting" is in the waiting area; the last three are over. */
export const placeStates = ["booked", "waiting", "called", "passed", "cancelled", "no_show"] as const;
export type PlaceState = (typeof placeStates)[number];

/** One vehicle's place in the queue. Plate and VIN are in the vault; here stand their tokens. */
export type Place = {
  readonly vehicle: string;
  readonly vin: string;
  readonly mode: QueueMode;
  readonly state: PlaceState;
  /** Load by HS chapter, a code of the rulebook. */
  readonly load: string;
  /** Booked by the driver, who showed no papers; absent when an officer booked. */
  readonly byDriver?: true;
  /** Priority that the rulebook gave; "none" or the code of the rule. */
  readonly priority: string;
  /** Slot; absent while there is none for it. */
  readonly quarter?: Quarter;
  /** First slot that was promised, to tell how far the road moved it. */
  readonly first?: Quarter;
  /** Order within a slot: a thousand times the number of the entry that gave it, and its turn in that entry. */
  readonly turn: number;
  /** How often the road moved it, and why last; of a missed slot, whether and why it counts. */
  readonly moves: number;
  readonly why?: string;
  readonly bookedAtMs: number;
  readonly arrivedAtMs?: number;
  readonly calledAtMs?: number;
  readonly passedAtMs?: number;
  /** Vehicles that stood before it when it was called. */
  readonly overtook: number;
};

/** Turns that one entry can give. */
export const TURNS = 1_000;

export function placeKey(booking: string): StateKey {
  return { table: QUEUE_PLACE, key: booking };
}

export function findPlace(state: State, booking: string): Place | undefined {
  const row = state.find(QUEUE_PLACE, booking);
  return row === undefined ? undefined : placeOfRow(row);
}

const TEXTS = ["vehicle", "vin", "mode", "state", "load", "priority"] as const;
const NUMBERS = ["turn", "moves", "bookedAtMs", "overtook"] as const;
const OPTIONAL = ["quarter", "first", "arrivedAtMs", "calledAtMs", "passedAtMs"] as const;

/** Reads a place from a row of state or from an entry. Throws TypeError when it is none. */
export function placeOfRow(fields: Readonly<Record<string, unknown>>): Place {
  for (const name of TEXTS) if (typeof fields[name] !== "string") throw broken(name);
  for (const name of NUMBERS) if (!Number.isSafeInteger(fields[name])) throw broken(name);
  const names = [...TEXTS, ...NUMBERS, ...OPTIONAL.filter((name) => typeof fields[name] === "number")];
  const why = typeof fields.why === "string" ? { why: fields.why } : {};
  const channel = fields.byDriver === true ? { byDriver: true as const } : {};
  return { ...(Object.fromEntries(names.map((name) => [name, fields[name]])) as Place), ...why, ...channel };
}

export function rowOfPlace(place: Place): Row {
  return { ...place };
}

/** Whether it still holds its slot: it waits to be called. */
export function isHolding({ state }: Place): boolean {
  return state === "booked" || state === "waiting";
}

/** Whether the vehicle is in the queue: no second booking for it. */
export function isInQueue(place: Place): boolean {
  return isHolding(place) || place.state === "called";
}

/** Whether an officer has seen the vehicle: at the desk where it was booked, or in the waiting area. */
export function isSeen({ byDriver, arrivedAtMs }: Pick<Place, "byDriver" | "arrivedAtMs">): boolean {
  return byDriver !== true || arrivedAtMs !== undefined;
}

const NO_SLOT = Number.MAX_SAFE_INTEGER;

/** The order of the queue: the earlier slot, then the earlier turn; without a slot at the end. Nothing else counts. */
export function inOrder(a: Place, b: Place): number {
  return (a.quarter ?? NO_SLOT) - (b.quarter ?? NO_SLOT) || a.turn - b.turn;
}

function broken(name: string): TypeError {
  return new TypeError(`Cannot read the place in the queue: "${name}" is missing`);
}
