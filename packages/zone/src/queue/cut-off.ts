import type { World } from "../spine/installed.ts";
import type { Place } from "./place.ts";
import { QUARTER_MS, type Quarter, quarterStart } from "./quarter.ts";
import { askRoad, findRoadLaw, keptFrom } from "./road-law.ts";
import type { QueueVehicle } from "./rows.ts";
import { roomFor, type Slot } from "./slot.ts";

const MINUTE_MS = 60_000;

/**
 * Last minute in which the rules let a place take another slot, epoch ms: asked of the rules minute by minute by halving, so
 * that no figure of theirs is known here. Undefined when it may not be changed now; the own slot's start when always.
 */
export function lastChange(place: Place, vehicle: QueueVehicle, world: World, atMs: number): number | undefined {
  const law = findRoadLaw(world);
  if (law === undefined || place.state !== "booked" || place.quarter === undefined) return undefined;
  const { load } = place;
  const isFree = (ms: number): boolean =>
    askRoad(law, { request: "change", load, place, vehicle }, world, { atMs: ms, number: 0 }).verdict === "admit";
  if (!isFree(atMs)) return undefined;
  const end = quarterStart(place.quarter) + QUARTER_MS;
  // NOTE: counted back from the slot in whole minutes, as the rules count; nearer to the slot there is never more leave.
  let [over, free] = [-1, Math.max(0, Math.floor((end - atMs) / MINUTE_MS))];
  while (free - over > 1) {
    const middle = Math.floor((free + over) / 2);
    if (isFree(end - middle * MINUTE_MS)) free = middle;
    else over = middle;
  }
  return end - free * MINUTE_MS;
}

/** A slot that can be booked, and how many may still book it. */
export type Opening = { readonly quarter: Quarter; readonly free: number };

/** Slots with room for a booking from afar, by the parts that the rules keep for the live queue and the desk. */
export function openingsOf(slots: readonly Slot[], world: World, atMs: number): readonly Opening[] {
  const law = findRoadLaw(world);
  if (law === undefined) return [];
  const asked = { request: "book", load: "none", byDriver: true, vehicle: { strikes: 0 } } as const;
  const answer = askRoad(law, asked, world, { atMs, number: 0 });
  if (answer.verdict !== "admit") return [];
  const kept = keptFrom(answer, true);
  return slots
    .filter(({ quarter }) => quarterStart(quarter) > atMs)
    .map((slot) => ({ quarter: slot.quarter, free: roomFor(slot, "booked", kept) }))
    .filter(({ free }) => free > 0);
}
