import type { Author, Concept, Moment, Ruling } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import { present } from "../spine/json.ts";
import type { State } from "../spine/state.ts";
import { findPlace, type Place, placeKey, TURNS } from "./place.ts";
import { type Quarter, quarterOf, quartersBetween } from "./quarter.ts";
import { askRoad, findRoadLaw, keptFrom, loadOf } from "./road-law.ts";
import { done, getVehicle, getVin, getYard, queueChanges, refused, vehicleRowKey, vinRowKey, yardKey } from "./rows.ts";
import { getSlot, held, type QueueMode, roomFor, type Slot, slotKey } from "./slot.ts";

/** Quarters ahead in which a vehicle of the live queue is given a slot: a day. */
export const LIVE_QUARTERS = 96;
/** Farthest slot that can be booked, in quarters: four weeks. */
export const BOOK_QUARTERS_MAX = 2_688;

/**
 * A vehicle takes a place in the queue: the slot it asks for, or from the road the earliest with room. There is no field for
 * a priority: the rules give one by the load, or nobody does.
 */
export type Book = {
  readonly kind: "queue_book";
  /** Officer at the desk; absent when the driver books. */
  readonly by?: Author;
  /** The driver books from afar and shows no papers; only a slot, for nobody stands in the waiting area. */
  readonly byDriver?: true;
  /** SHA-256 of the code that the driver is given. */
  readonly booking: string;
  readonly vehicle: string;
  readonly vin: string;
  readonly country: string;
  /** Chapter of the Harmonized System, 0 without goods. */
  readonly chapter: number;
  /** The slot that is booked; absent for the live queue. */
  readonly quarter?: Quarter;
};

export const book: Concept<Book> = {
  kind: "queue_book",
  keys: ({ booking, vehicle, vin, quarter }, _world, atMs) => [
    placeKey(booking),
    vehicleRowKey(vehicle),
    vinRowKey(vin),
    yardKey,
    ...soughtIn(quarter, atMs).map(slotKey),
  ],
  decide: decideBook,
  apply: queueChanges,
};

function soughtIn(quarter: Quarter | undefined, atMs: number): readonly Quarter[] {
  const now = quarterOf(atMs);
  return quarter === undefined ? quartersBetween(now, now + LIVE_QUARTERS) : [quarter];
}

function decideBook(command: Book, state: State, world: World, moment: Moment): Ruling {
  const { booking, vehicle, vin, country, chapter, quarter, byDriver } = command;
  const now = quarterOf(moment.atMs);
  const told = { booking, vehicle, country, ...present({ quarter, byDriver }) };
  const law = findRoadLaw(world);
  if (law === undefined) return refused("no_queue", told);
  if (byDriver === true && quarter === undefined) return refused("slot_over", told);
  if (findPlace(state, booking) !== undefined) return refused("booking_taken", told);
  if (getVehicle(state, vehicle).booking !== undefined) return refused("already_booked", told);
  // The same vehicle under another plate is still the same vehicle (complaint 10).
  if (getVin(state, vin).booking !== undefined) return refused("already_booked", told);
  if (quarter !== undefined && (quarter < now || quarter - now > BOOK_QUARTERS_MAX)) return refused("slot_over", told);
  const load = loadOf(law, chapter);
  const request = quarter === undefined ? "live" : "book";
  const answer = askRoad(law, { request, load, quarter, byDriver, vehicle: getVehicle(state, vehicle) }, world, moment);
  if (answer.verdict !== "admit") return refused(answer.reason, { ...told, ...answer.decisions });
  const mode: QueueMode = quarter === undefined ? "live" : "booked";
  const kept = keptFrom(answer, byDriver === true);
  const slot = soughtIn(quarter, moment.atMs)
    .map((one) => getSlot(state, one))
    .find((one) => roomFor(one, mode, kept) > 0);
  if (slot === undefined && mode === "booked") return refused("slot_full", { ...told, ...answer.decisions });
  const place = placeOf(command, { mode, load, priority: answer.priority, slot, moment });
  const details = { ...told, ...answer.decisions, priority: answer.priority };
  return done(slot === undefined ? "queued" : "booked", details, rowsOf(command, place, slot, state));
}

type Given = { mode: QueueMode; load: string; priority: string; slot: Slot | undefined; moment: Moment };

function placeOf({ vehicle, vin, byDriver }: Book, { mode, load, priority, slot, moment }: Given): Place {
  const { atMs, number } = moment;
  return {
    vehicle,
    vin,
    mode,
    // A vehicle of the live queue stands in the waiting area already.
    state: mode === "live" ? "waiting" : "booked",
    load,
    priority,
    ...(byDriver === true ? { byDriver } : {}),
    ...(slot === undefined ? {} : { quarter: slot.quarter, first: slot.quarter }),
    turn: number * TURNS,
    moves: 0,
    bookedAtMs: atMs,
    ...(mode === "live" ? { arrivedAtMs: atMs } : {}),
    overtook: 0,
  };
}

function rowsOf({ booking, vehicle, vin }: Book, place: Place, slot: Slot | undefined, state: State) {
  const yard = getYard(state);
  const waiting = yard.waiting + (place.state === "waiting" ? 1 : 0);
  return {
    places: new Map([[booking, place]]),
    vehicles: [{ ...getVehicle(state, vehicle), booking }],
    vins: [{ vin, booking, vehicle }],
    slots: slot === undefined ? [] : [held(slot, place.mode, 1)],
    yard: { waiting, unplaced: yard.unplaced + (slot === undefined ? 1 : 0) },
  };
}
