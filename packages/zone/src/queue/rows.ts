import type { Body, Ruling } from "../spine/concept.ts";
import { isObject, type Json, type JsonObject } from "../spine/json.ts";
import { BodyError } from "../spine/read-body.ts";
import type { Change, Row, State, StateKey } from "../spine/state.ts";
import { type Place, placeKey, placeOfRow, rowOfPlace } from "./place.ts";
import { rowOfSlot, type Slot, slotKey, slotOf } from "./slot.ts";

/** Table of vehicles by token: their booking, and the slots they missed. */
export const QUEUE_VEHICLE = "queue_vehicle";
/** Table of vehicle identification numbers by token: the booking each has. */
export const QUEUE_VIN = "queue_vin";
/** One row: how many vehicles wait in the waiting area, and how many hold no slot. Lists that commands bring are checked with it. */
export const QUEUE_YARD = "queue_yard";
/** The other side's journal key and the newest of its statements that was taken over. */
export const QUEUE_PEER = "queue_peer";

export type QueueVehicle = {
  readonly vehicle: string;
  /** Booking it has now; absent when it is not in the queue. */
  readonly booking?: string;
  readonly strikes: number;
  /** Legal day of the last missed slot; absent when none was missed. */
  readonly strikeDay?: number;
  /** Slots that were booked without papers and missed before anybody saw the vehicle, and the legal day of the last. */
  readonly unseen?: number;
  readonly unseenDay?: number;
};
export type QueueVin = { readonly vin: string; readonly booking?: string; readonly vehicle?: string };
export type Yard = { readonly waiting: number; readonly unplaced: number };
export type Peer = { readonly origin: string; readonly publicKey: string; readonly statement: number };

/** What an entry of the queue leaves: complete rows, by which state is a fold over bodies. */
export type QueueRows = {
  readonly slots?: readonly Slot[];
  readonly places?: ReadonlyMap<string, Place>;
  readonly vehicles?: readonly QueueVehicle[];
  readonly vins?: readonly QueueVin[];
  readonly yard?: Yard;
  readonly peer?: Peer;
};

const YARD = "yard";
export const yardKey: StateKey = { table: QUEUE_YARD, key: YARD };
export const vehicleRowKey = (vehicle: string): StateKey => ({ table: QUEUE_VEHICLE, key: vehicle });
export const vinRowKey = (vin: string): StateKey => ({ table: QUEUE_VIN, key: vin });
export const peerRowKey = (origin: string): StateKey => ({ table: QUEUE_PEER, key: origin });

export function getVehicle(state: State, vehicle: string): QueueVehicle {
  const row = state.find(QUEUE_VEHICLE, vehicle);
  return row === undefined ? { vehicle, strikes: 0 } : (row as unknown as QueueVehicle);
}

export function getVin(state: State, vin: string): QueueVin {
  return (state.find(QUEUE_VIN, vin) as QueueVin | undefined) ?? { vin };
}

export function getYard(state: State): Yard {
  return (state.find(QUEUE_YARD, YARD) as Yard | undefined) ?? { waiting: 0, unplaced: 0 };
}

export function findPeer(state: State, origin: string): Peer | undefined {
  return state.find(QUEUE_PEER, origin) as Peer | undefined;
}

/** A command of the queue that is done: its own details and the rows that it leaves. */
export function done(reason: string, details: JsonObject, rows: QueueRows): Ruling {
  return { outcome: "done", reason, details: { ...details, rows: bodyOfRows(rows) } };
}

export function refused(reason: string, details: JsonObject = {}): Ruling {
  return { outcome: "refused", reason, details };
}

/** The rows as they stand in a body. */
export function bodyOfRows({ slots = [], places, vehicles = [], vins = [], yard, peer }: QueueRows): JsonObject {
  const listed = [...(places ?? [])].map(([booking, place]) => ({ booking, ...place }));
  return {
    ...some("slots", slots.map(plain)),
    ...some("places", listed.map(plain)),
    ...some("vehicles", vehicles.map(plain)),
    ...some("vins", vins.map(plain)),
    ...(yard === undefined ? {} : { yard: plain(yard) }),
    ...(peer === undefined ? {} : { peer: plain(peer) }),
  };
}

/** State after an entry of the queue: its rows, and nothing when it was refused. */
export function queueChanges(body: Body): readonly Change[] {
  return body.outcome === "done" ? changesOfRows(body.rows) : [];
}

/** The changes of rows as they stand in a body. Throws BodyError when they are none. */
export function changesOfRows(rows: Json | undefined): readonly Change[] {
  if (!isObject(rows)) throw new BodyError("rows", "an object");
  const put = ({ table, key }: StateKey, row: Row): Change => ({ kind: "put", table, key, row });
  const peer = isObject(rows.peer) ? [put(peerRowKey(String(rows.peer.origin)), rows.peer as Row)] : [];
  return [
    ...listOf(rows.slots).map((row) => put(slotKey(slotOf(row).quarter), rowOfSlot(slotOf(row)))),
    ...listOf(rows.places).map((row) => put(placeKey(String(row.booking)), rowOfPlace(placeOfRow(row)))),
    ...listOf(rows.vehicles).map((row) => put(vehicleRowKey(String(row.vehicle)), row as Row)),
    ...listOf(rows.vins).map((row) => put(vinRowKey(String(row.vin)), row as Row)),
    ...(isObject(rows.yard) ? [put(yardKey, rows.yard as Row)] : []),
    ...peer,
  ];
}

function listOf(rows: Json | undefined): readonly JsonObject[] {
  if (rows === undefined) return [];
  if (!Array.isArray(rows) || !rows.every(isObject)) throw new BodyError("rows", "lists of objects");
  return rows as readonly JsonObject[];
}

function some(name: string, list: readonly JsonObject[]): JsonObject {
  return list.length === 0 ? {} : { [name]: list };
}

/** Fields with a value; canonical bytes know no undefined. */
function plain(fields: object): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject;
}
