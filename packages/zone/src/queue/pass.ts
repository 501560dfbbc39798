import type { Judgement } from "../passages/verdict.ts";
import type { Moment } from "../spine/concept.ts";
import type { DecisionRecord } from "../spine/decision.ts";
import type { World } from "../spine/installed.ts";
import { isObject, type Json, type JsonObject } from "../spine/json.ts";
import type { Change, State, StateKey } from "../spine/state.ts";
import { findPlace, type Place, placeKey } from "./place.ts";
import { quarterOf } from "./quarter.ts";
import { askRoad, findRoadLaw, NO_LOAD } from "./road-law.ts";
import { bodyOfRows, changesOfRows, getVehicle, vehicleRowKey, vinRowKey } from "./rows.ts";
import { getSlot, isTwoSided, slotKey } from "./slot.ts";

/** A vehicle at the road gate, with the booking it had when the request was read. */
export type VehiclePass = {
  readonly token: string;
  readonly held?: { readonly booking: string; readonly vin: string };
};

/** What the road says of a passage, and the rows by which its slot is used or given back. */
export type RoadRuling = Judgement & { readonly record: DecisionRecord; readonly queue?: JsonObject };

export function keysOfPass({ token, held }: VehiclePass, world: World, atMs: number): readonly StateKey[] {
  if (findRoadLaw(world) === undefined) return [];
  const mine = held === undefined ? [] : [placeKey(held.booking), vinRowKey(held.vin)];
  return [slotKey(quarterOf(atMs)), vehicleRowKey(token), ...mine];
}

/** The road's answer to a vehicle that comes in; undefined where no queue is kept now, for both sides have not agreed to one. */
export function decidePass(pass: VehiclePass, state: State, world: World, moment: Moment): RoadRuling | undefined {
  const law = findRoadLaw(world);
  if (law === undefined || !isTwoSided(getSlot(state, quarterOf(moment.atMs)))) return undefined;
  const place = placeOf(pass, state);
  const vehicle = getVehicle(state, pass.token);
  const { verdict, reason, record } = askRoad(
    law,
    { request: "pass", load: place?.load ?? NO_LOAD, place, vehicle },
    world,
    moment,
  );
  const queue = place?.state === "called" ? usedRows(pass, place, state, moment) : undefined;
  return { verdict, reason, record, ...(queue === undefined ? {} : { queue }) };
}

/** The place uses its slot, or has it back when the passage is undone. */
export function queueUsed(queue: Json | undefined, how: "after" | "before"): readonly Change[] {
  return isObject(queue) ? changesOfRows(queue[how]) : [];
}

function placeOf({ token, held }: VehiclePass, state: State): Place | undefined {
  if (held === undefined || getVehicle(state, token).booking !== held.booking) return undefined;
  return findPlace(state, held.booking);
}

function usedRows({ held }: VehiclePass, place: Place, state: State, { atMs }: Moment): JsonObject {
  const { booking, vin } = held!;
  const vehicle = getVehicle(state, place.vehicle);
  const { booking: _, ...free } = vehicle;
  const passed: Place = { ...place, state: "passed", passedAtMs: atMs };
  return {
    after: bodyOfRows({ places: new Map([[booking, passed]]), vehicles: [free], vins: [{ vin }] }),
    before: bodyOfRows({
      places: new Map([[booking, place]]),
      vehicles: [vehicle],
      vins: [{ vin, booking, vehicle: place.vehicle }],
    }),
  };
}
