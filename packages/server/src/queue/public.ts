import type { QueueFairness, QueuePlace, QueueQuestion } from "@twinline/api";
import {
  askRoad,
  fairnessOf,
  findRoadLaw,
  instantText,
  isHolding,
  lastChange,
  quarterOf,
  RATE_QUARTERS,
  SEARCH_QUARTERS_MAX,
  waitSteps,
} from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { NodeEffects } from "../node.ts";
import { passHash } from "../passages/pass-code.ts";
import { presentReasons } from "../passages/reasons.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { type Outlook, presentPlace } from "./present.ts";
import { findPlace, findVehicle, readHolding, readPlaces, readSlots } from "./queries.ts";
import { dayAt, type RoadDay, roadDay } from "./road-clock.ts";

type Place = { readonly database: Queries; readonly effects: Pick<NodeEffects, "now"> };
type Here = { readonly node: Place; readonly spine: Pick<OpenSpine, "world"> };

/**
 * The place of a driver's code, with what its holder may do and what the rules say of it; no plate and no name. Undefined when
 * no booking has the code.
 */
export async function findDriverPlace({ node, spine }: Here, code: string): Promise<QueuePlace | undefined> {
  const place = await findPlace(node.database, passHash(code));
  if (place === undefined) return undefined;
  const outlook = await outlookOf(node);
  const { atMs } = outlook;
  const world = spine.world();
  const law = findRoadLaw(world);
  const presented = presentPlace(place, outlook);
  if (law === undefined || (!isHolding(place) && place.state !== "no_show")) return { ...presented, may: [] };
  const vehicle = await findVehicle(node.database, place.vehicle);
  const until = lastChange(place, vehicle, world, atMs);
  // NOTE: of a slot that was missed the rules say again what they said then: time passes only further beyond its grace.
  const request = place.state === "no_show" ? "no_show" : "change";
  const { record } = askRoad(law, { request, load: place.load, place, vehicle }, world, { atMs, number: 0 });
  if (request === "no_show") return { ...presented, may: [], reasons: presentReasons(law, record) };
  return {
    ...presented,
    may: until === undefined ? ["cancel"] : ["change", "cancel"],
    ...(until === undefined ? {} : { changeUntil: instantText(until) }),
    reasons: presentReasons(law, record),
  };
}

/** The figures of a legal day that anybody may see; today's when none is named. */
export async function dayFigures(here: Here, question: QueueQuestion): Promise<QueueFairness> {
  const road = askedDay(here, question);
  const { places } = await readPlaces(here.node.database, road.from, road.until, false);
  return {
    day: road.day,
    steps: [...waitSteps],
    ...(fairnessOf(places) as object as Omit<QueueFairness, "day" | "steps">),
  };
}

/** What an estimate is made from, now. */
export async function outlookOf({ database, effects }: Place): Promise<Outlook> {
  const atMs = effects.now().epochMilliseconds;
  const now = quarterOf(atMs);
  const slots = await readSlots(database, now - RATE_QUARTERS, now + SEARCH_QUARTERS_MAX);
  return { holding: await readHolding(database), slots, atMs };
}

/** The legal day that was asked for. Throws RequestError 400 for one that is not signed. */
export function askedDay({ node, spine }: Here, { day }: QueueQuestion): RoadDay {
  const world = spine.world();
  return roadDay(world, day ?? dayAt(world, node.effects.now().epochMilliseconds));
}

/** The places of a legal day in the order of the queue, without plates: what a command line shows. */
export async function dayPlaces(here: Here, question: QueueQuestion): Promise<readonly QueuePlaceLine[]> {
  const road = askedDay(here, question);
  const { places } = await readPlaces(here.node.database, road.from, road.until, true);
  const outlook = await outlookOf(here.node);
  return places.map((place) => ({ booking: place.booking, mode: place.mode, ...presentPlace(place, outlook) }));
}

export type QueuePlaceLine = QueuePlace & { readonly booking: string; readonly mode: string };
