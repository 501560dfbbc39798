import { randomUUID } from "node:crypto";
import { DayClosed, DayParams, ReservationAnswer, ReservationRequest, routes } from "@twinline/api";
import { type CloseDay, dayNumber, type LapseCommand, rulebookOf } from "@twinline/zone";
import type { Static } from "typebox";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { requireAbility, requireOfficer, requirePost } from "../access/guard.ts";
import { keyOf, record, recordedBefore } from "../access/recording.ts";
import type { App } from "../app.ts";
import { eventKey } from "../captures/event-key.ts";
import type { DeviceBudget } from "../captures/event-limits.ts";
import { passHash } from "../passages/pass-code.ts";
import type { People } from "../passages/people.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { readReservation } from "./commands.ts";
import { presentReservation } from "./present.ts";
import { findGiven, findOpen } from "./queries.ts";

export type Rights = {
  readonly access: Access;
  readonly spine: OpenSpine;
  readonly people: People;
  readonly budget: DeviceBudget;
};

/** Reservations that one closing returns at most; the next one goes on. */
export const LAPSES_MAX = 5_000;

/** Rights are given to devices that stand here, and come back when a day is closed. */
export function registerRights(app: App, rights: Rights): void {
  registerReserve(app, rights);
  registerDays(app, rights);
}

function registerReserve(app: App, { access, spine, people, budget }: Rights): void {
  const { node } = access;
  const schema = { body: ReservationRequest, response: { 200: ReservationAnswer } };
  app.post<{ Body: ReservationRequest }>(routes.reserve.path, { schema }, async (request) => {
    const caller = await requirePost(access, request);
    const { device } = caller;
    requireAbility(access, caller, "reserve", { kind: "reservation", side: node.side, gate: device.gate });
    budget(device.device, 1);
    const day = spine.world().legalDay(node.effects.now().epochMilliseconds);
    const policy = policyOf(spine, node.side);
    const by = { ...authorOf(caller), device: device.device };
    const reading = { node, zone: spine.zone, people, day };
    const recorded = await readReservation(reading, request.body, { by, device, policy }).then(
      (command) => record(access, request, command, { key: keyOf(request) }),
      async (cause: unknown) => (await recordedBefore(access, request)) ?? Promise.reject(cause),
    );
    return await presentReservation(node, spine, recorded, passHash(request.body.pass));
  });
}

/** How tills of this side may sell off line. */
export function policyOf({ zone }: Pick<OpenSpine, "zone">, side: string) {
  return zone.offlineSales[`${zone.zone}/${side}/${rulebookOf.out}`] ?? "reserved-only";
}

function registerDays(app: App, { access, spine }: Rights): void {
  const { node } = access;
  const schema = { params: DayParams, response: { 200: DayClosed } };
  app.post<{ Params: Static<typeof DayParams> }>(routes.dayClose.path, { schema }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "close", { kind: "legal_day", side: node.side });
    const day = dayNumber(request.params.day);
    const command: CloseDay = { kind: "day_close", by: authorOf(caller), day };
    const { body } = await record(access, request, command);
    const isClosed = body.outcome === "done" || body.reason === "already_closed";
    const { returned, awaited } = isClosed ? await returnRights(access, spine, day) : { returned: 0, awaited: 0 };
    return { outcome: body.outcome, reason: body.reason, returned, awaited };
  });
}

/** Brings back what devices hold of closed days and have reported in full; the rest waits for their numbers. */
export async function returnRights(access: Access, spine: OpenSpine, day: number) {
  const { database } = access.node;
  const open = await findOpen(database, { upTo: day }, LAPSES_MAX);
  const given = await findGiven(
    database,
    open.map(({ number }) => number),
  );
  const reported = await reportedDevices(access);
  const due = open.filter((one) => (reported.get(one.device) ?? 0) >= one.day);
  const outcomes = await Promise.all(
    due.map(async ({ number }) => {
      const body = given.get(number);
      if (body === undefined) return "refused";
      const command: LapseCommand = { kind: "reservation_lapse", by: {}, reservation: number, given: body };
      // Asked anew each time: a refusal for missing numbers must not be the answer for ever. It happens once by its state.
      return (await spine.writer.ask({ command, ...eventKey(`lapse ${randomUUID()}`) })).body.outcome;
    }),
  );
  const returned = outcomes.filter((one) => one === "done").length;
  return { returned, awaited: open.length - returned };
}

/** Devices all of whose numbers have arrived, with the last day they sell nothing of any more. */
async function reportedDevices({ node }: Access): Promise<ReadonlyMap<string, number>> {
  const { rows } = await node.database.query<{ key: string; ended: number }>(
    "select key, ended_day as ended from device_log where seen = last",
  );
  return new Map(rows.map(({ key, ended }) => [key, ended]));
}
