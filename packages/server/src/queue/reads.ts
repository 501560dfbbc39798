import { QueueDay, QueueFairness, QueueQuestion, type QueueShift, routes } from "@twinline/api";
import { formatKey } from "@twinline/journal";
import { instantText, quarterOf } from "@twinline/zone";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import type { App } from "../app.ts";
import { BRIEFLY_MS, briefly } from "../supervision/briefly.ts";
import { forecastWait } from "./forecast.ts";
import { livePace, presentRow, presentShift, presentSlot } from "./present.ts";
import { askedDay, dayFigures, outlookOf } from "./public.ts";
import { findPeerKey, readPlaces, readShifts, readSlots, readYard } from "./queries.ts";
import type { Queueing } from "./queueing.ts";
import { dayAt, type RoadDay } from "./road-clock.ts";

/** The queue as officers and the public see it. */
export function registerQueueReads(app: App, queueing: Queueing): void {
  registerDay(app, queueing);
  registerFairness(app, queueing);
}

function registerDay(app: App, queueing: Queueing): void {
  const { access, subject } = queueing;
  const schema = { querystring: QueueQuestion, response: { 200: QueueDay } };
  app.get<{ Querystring: QueueQuestion }>(routes.queue.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", subject);
    const day = askedDay({ node: access.node, spine: queueing.spine }, request.query);
    return await presentDay(queueing, day, mayOf(access, caller, subject));
  });
}

async function presentDay(queueing: Queueing, road: RoadDay, may: string[]): Promise<QueueDay> {
  const { access, spine, vehicles, vins, peerOrigin } = queueing;
  const { database } = access.node;
  const outlook = await outlookOf(access.node);
  const isToday = road.day === dayAt(spine.world(), outlook.atMs);
  const { places, total } = await readPlaces(database, road.from, road.until, isToday);
  const slots = await readSlots(database, road.from, road.until);
  const yard = await readYard(database);
  const shifts = (await readShifts(database)).map(presentShift);
  const plates = await vehicles.reveal(places.map(({ vehicle }) => vehicle));
  const numbers = await vins.reveal(places.map(({ vin }) => vin));
  const wait = forecastWait(outlook.holding, shiftNow(shifts, queueing, outlook.atMs), quarterOf(outlook.atMs));
  const peerKey = await findPeerKey(database, peerOrigin);
  return {
    asOf: instantText(outlook.atMs),
    day: road.day,
    slots: slots.map(presentSlot),
    rows: places.map((place) => presentRow(place, plates, numbers, outlook)),
    total,
    ...yard,
    pace: livePace(outlook),
    ...(wait === undefined ? {} : { forecastMinutes: wait }),
    shifts,
    ownKey: formatKey(spine.signer.key),
    peerOrigin,
    ...(peerKey === undefined ? {} : { peerKey }),
    may,
  };
}

/** The own shift that covers this moment, the newest word first. */
function shiftNow(shifts: readonly QueueShift[], { access }: Queueing, atMs: number): QueueShift | undefined {
  const now = instantText(atMs);
  return shifts.find(({ side, from, until }) => side === access.node.side && from <= now && now < until);
}

/** Anybody may ask for a day's figures: of so many days they are kept for a moment. */
const FIGURES_KEPT = 400;

function registerFairness(app: App, { access, spine }: Queueing): void {
  const { node } = access;
  const figures = briefly(
    (day: string) => dayFigures({ node, spine }, day === "" ? {} : { day }),
    () => node.effects.now().epochMilliseconds,
    BRIEFLY_MS,
    FIGURES_KEPT,
  );
  const schema = { querystring: QueueQuestion, response: { 200: QueueFairness } };
  app.get<{ Querystring: QueueQuestion }>(routes.queueFairness.path, { schema }, async ({ query }) =>
    figures.get(query.day ?? ""),
  );
}
