import type { Texts } from "@twinline/rulebook";
import { type Judgement, judgementOf } from "../passages/verdict.ts";
import type { Moment } from "../spine/concept.ts";
import { type DecisionRecord, decideRecorded, decisionBody } from "../spine/decision.ts";
import type { Installed, World } from "../spine/installed.ts";
import type { JsonObject } from "../spine/json.ts";
import { isSeen, type Place } from "./place.ts";
import { quarterStart } from "./quarter.ts";
import type { QueueVehicle } from "./rows.ts";

/** Name of the rulebook that decides the queue of the road gate, below the zone and the side. */
export const ROAD = "road";
/** Code list of the rulebook that names the chapters it knows; the code for everything else. */
const LOADS = "load";
export const OTHER_LOAD = "other";
export const NO_LOAD = "none";
const MINUTE_MS = 60_000;
const PER_CENT = 100;

/** What is asked of the rules of the road. */
export type RoadRequest = "book" | "live" | "change" | "cancel" | "no_show" | "pass";

/** What the rules say of a request: allowed or not, the priority and the part that is kept for the live queue. */
export type RoadAnswer = Judgement & {
  readonly record: DecisionRecord;
  readonly decisions: { readonly decisions: readonly JsonObject[] };
  readonly priority: string;
  readonly livePart: number;
  /** Per cent of a slot that bookings from afar may take, of vehicles that nobody has seen. */
  readonly afarPart: number;
  readonly strikes: number;
  readonly unseen: number;
};

/** The side's rules of the road; undefined when its zone has none, and then there is no queue. */
export function findRoadLaw({ zone, side, rulebooks }: World): Installed | undefined {
  return rulebooks.get(`${zone}/${side}/${ROAD}`);
}

/** The code of a chapter of the Harmonized System in the rulebook; "other" for those it says nothing of, "none" for 0. */
export function loadOf({ rulebook }: Pick<Installed, "rulebook">, chapter: number): string {
  if (chapter === 0) return NO_LOAD;
  const code = `hs${String(chapter).padStart(2, "0")}`;
  const known = rulebook.codes.find(({ name }) => name === LOADS)?.values.some((one) => one.code === code);
  return known === true ? code : OTHER_LOAD;
}

type Asked = {
  readonly request: RoadRequest;
  readonly load: string;
  readonly place?: Pick<Place, "state" | "quarter" | "moves" | "byDriver" | "arrivedAtMs"> | undefined;
  /** Slot that is asked for; the held one when absent. */
  readonly quarter?: number | undefined;
  /** A driver asks from afar, so that nobody has seen the vehicle. */
  readonly byDriver?: true | undefined;
  readonly vehicle: Omit<QueueVehicle, "vehicle" | "booking">;
};

/** Asks the rules of the road. Priority comes from here and from nowhere else: no command carries one. */
export function askRoad(law: Installed, asked: Asked, world: World, { atMs }: Moment): RoadAnswer {
  const { request, load, place, vehicle, byDriver } = asked;
  const day = world.legalDay(atMs);
  const quarter = place?.quarter ?? asked.quarter;
  const facts = {
    request,
    load,
    slot: place?.quarter !== undefined,
    called: place?.state === "called",
    minutes_ahead: quarter === undefined ? 0 : Math.floor((quarterStart(quarter) - atMs) / MINUTE_MS),
    moved: (place?.moves ?? 0) > 0,
    strikes: vehicle.strikes,
    strike_days: daysSince(vehicle.strikeDay, day),
    seen: place === undefined ? byDriver !== true : isSeen(place),
    unseen: vehicle.unseen ?? 0,
    unseen_days: daysSince(vehicle.unseenDay, day),
  };
  const record = decideRecorded(law, facts, {}, { law: day, legal: day });
  const {
    priority,
    live_part: livePart,
    afar_part: afarPart,
    strikes_now: strikes,
    unseen_now: unseen,
  } = record.outputs;
  return {
    ...judgementOf(record),
    record,
    decisions: { decisions: [decisionBody(record)] },
    priority: typeof priority === "string" ? priority : NO_PRIORITY,
    livePart: typeof livePart === "number" ? livePart : 0,
    afarPart: typeof afarPart === "number" ? afarPart : PER_CENT,
    strikes: typeof strikes === "number" ? strikes : vehicle.strikes,
    unseen: typeof unseen === "number" ? unseen : (vehicle.unseen ?? 0),
  };
}

function daysSince(before: number | undefined, day: number): number {
  return before === undefined ? 0 : Math.max(0, day - before);
}

/**
 * Per cent of a slot that a booking may not use. Who has priority by a rule may use the room of either queue, and nobody is
 * put out for it; a driver from afar may not, for nobody has seen the load, and takes no more than the rules leave for those
 * whose vehicle was not seen.
 */
export function keptFrom({ priority, livePart, afarPart }: RoadAnswer, isAfar: boolean): number {
  if (isAfar) return Math.max(livePart, PER_CENT - afarPart);
  return priority === NO_PRIORITY ? livePart : 0;
}

/** No rule puts it first. */
export const NO_PRIORITY = "none";

/** Labels of the loads that the rules put first, in the rulebook's words. */
export function priorityLoads(world: World, atMs: number): readonly Texts[] {
  const law = findRoadLaw(world);
  const loads = law?.rulebook.codes.find(({ name }) => name === LOADS)?.values ?? [];
  const isFirst = (load: string): boolean =>
    askRoad(law!, { request: "live", load, vehicle: { strikes: 0 } }, world, { atMs, number: 0 }).priority !==
    NO_PRIORITY;
  return loads.filter(({ code }) => isFirst(code)).map(({ label }) => label);
}
