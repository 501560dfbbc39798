import { BookingChange, BookingParams, QueueAnswer, QueueBook, QueueCall, routes } from "@twinline/api";
import type { Arrive, Book, CallUp, ChangeBooking, NoShow } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import { authorOf } from "../access/caller.ts";
import { requireAbility, requireOfficer } from "../access/guard.ts";
import { keyOf, presentRecorded, record } from "../access/recording.ts";
import type { App } from "../app.ts";
import { readPlate } from "../passages/document.ts";
import { passCode, passHash } from "../passages/pass-code.ts";
import type { Recorded } from "../writer/ask.ts";
import { heldOf, readWaiting } from "./queries.ts";
import type { Queueing } from "./queueing.ts";
import { quarterAt, quarterText } from "./road-clock.ts";

/** Booking, changing, arriving, calling, missing: what happens to one vehicle's place. */
export function registerBookings(app: App, queueing: Queueing): void {
  registerBook(app, queueing);
  registerCall(app, queueing);
  registerChanges(app, queueing);
}

function registerBook(app: App, queueing: Queueing): void {
  const { access, vehicles, vins } = queueing;
  const schema = { body: QueueBook, response: { 200: QueueAnswer } };
  app.post<{ Body: QueueBook }>(routes.queueBook.path, { schema }, async (request) => {
    const by = await authorFor(queueing, request, "book");
    const { slot, chapter, ...given } = request.body;
    const vehicle = readPlate(given, "");
    const quarter = slot === undefined ? {} : { quarter: quarterAt(slot, "/slot") };
    const key = keyOf(request);
    const code = passCode(access.node, `queue ${key}`);
    const { token } = await vehicles.tokenFor(vehicle);
    const vin = await vins.tokenFor(vehicle.vin ?? given.vin);
    const { country } = vehicle;
    const booking = passHash(code);
    const command: Book = { kind: "queue_book", by, booking, vehicle: token, vin, country, chapter, ...quarter };
    const recorded = await record(access, request, command, { key });
    return presentAnswer(queueing, recorded, recorded.body.outcome === "done" ? { code } : {});
  });
}

function registerCall(app: App, queueing: Queueing): void {
  const { access } = queueing;
  const schema = { body: QueueCall, response: { 200: QueueAnswer } };
  app.post<{ Body: QueueCall }>(routes.queueCall.path, { schema }, async (request) => {
    const by = await authorFor(queueing, request, "call");
    const waiting = await readWaiting(access.node.database);
    const command: CallUp = { kind: "queue_call", by, count: request.body.count, waiting };
    return presentAnswer(queueing, await record(access, request, command));
  });
}

function registerChanges(app: App, queueing: Queueing): void {
  const { access } = queueing;
  type Route = { Params: { booking: string }; Body: BookingChange };
  const schema = { params: BookingParams, response: { 200: QueueAnswer } };
  app.post<Route>(routes.queueChange.path, { schema: { ...schema, body: BookingChange } }, async (request) => {
    const by = await authorFor(queueing, request, "change");
    const held = await heldOf(access.node.database, request.params.booking);
    const to = request.body.to === undefined ? {} : { to: quarterAt(request.body.to, "/to") };
    const command: ChangeBooking = { kind: "queue_change", by, ...held, ...to };
    return presentAnswer(queueing, await record(access, request, command));
  });
  for (const [kind, verb, path] of [
    ["queue_arrive", "arrive", routes.queueArrive.path],
    ["queue_no_show", "no_show", routes.queueNoShow.path],
  ] as const) {
    app.post<Route>(path, { schema }, async (request) => {
      const by = await authorFor(queueing, request, verb);
      const held = await heldOf(access.node.database, request.params.booking);
      const command: Arrive | NoShow = { kind, by, ...held };
      return presentAnswer(queueing, await record(access, request, command));
    });
  }
}

async function authorFor({ access, subject }: Queueing, request: FastifyRequest, verb: string) {
  const caller = await requireOfficer(access, request);
  requireAbility(access, caller, verb, subject);
  return authorOf(caller);
}

/** Slot that the entry gave, read from its own rows. */
function presentAnswer({ access }: Queueing, recorded: Recorded, more: { code?: string } = {}): QueueAnswer {
  const { rows, called } = recorded.body as { rows?: { places?: { quarter?: number }[] }; called?: unknown[] };
  const quarter = rows?.places?.[0]?.quarter;
  return {
    ...presentRecorded(access.node, recorded),
    ...more,
    ...(quarter === undefined || called !== undefined ? {} : { slot: quarterText(quarter) }),
    ...(called === undefined ? {} : { called: called.length }),
  };
}
