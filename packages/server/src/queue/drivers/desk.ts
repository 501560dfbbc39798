import { createHmac } from "node:crypto";
import type { DriverBook, DriverChange, QueueAnswer, QueueOpenings, QueuePlace } from "@twinline/api";
import { writeCanonical } from "@twinline/journal";
import type { Book, ChangeBooking, Command } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import { assertOwnPage } from "../../access/caller.ts";
import type { Door } from "../../access/door.ts";
import { presentRecorded } from "../../access/recording.ts";
import type { ZoneNode } from "../../node.ts";
import { readPlate } from "../../passages/document.ts";
import { passCode, passHash } from "../../passages/pass-code.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import { briefly } from "../../supervision/briefly.ts";
import { openVehicles } from "../../vault/vehicles.ts";
import { findAnswers } from "../../writer/answers.ts";
import type { Recorded } from "../../writer/ask.ts";
import { findDriverPlace } from "../public.ts";
import { heldOf } from "../queries.ts";
import { quarterAt, quarterText } from "../road-clock.ts";
import { openVins } from "../vins.ts";
import { type DriverLimits, driverLimits, limitDrivers } from "./limits.ts";
import { dayOpenings, hasRoom, readOpenings } from "./openings.ts";
import { toldReasons } from "./reasons.ts";
import { noRoom, tooManyUnseen } from "./refusals.ts";
import { openUnseen, type Unseen } from "./unseen.ts";

/**
 * What a driver does without coming to the desk: the same commands as an officer's, without an author. The holder of the
 * code may change and cancel, and nothing else.
 */
export type DriverDesk = {
  /** Slots that can be booked; of the first day that has any when none is named. */
  readonly openings: (day?: string) => Promise<QueueOpenings>;
  readonly place: (code: string) => Promise<QueuePlace | undefined>;
  /** The address is where the request came from; it is counted and never kept. */
  readonly book: (asked: DriverBook, key: string, address: string) => Promise<QueueAnswer>;
  readonly change: (asked: DriverChange, key: string) => Promise<QueueAnswer>;
  /** Takes one of what an address may ask to be recorded; seconds to wait when there is none. */
  readonly wait: (address: string) => number;
  /** Throws RequestError 403 when a page of another origin made a browser send the request. */
  readonly assertOwnPage: (request: FastifyRequest) => void;
};

type Here = { readonly node: ZoneNode; readonly spine: OpenSpine; readonly door?: Door };

export function openDriverDesk(here: Here, limits: DriverLimits = driverLimits): DriverDesk {
  const { node, spine } = here;
  const nowMs = () => node.effects.now().epochMilliseconds;
  const openings = briefly(() => readOpenings(here), nowMs);
  const today = () => spine.world().legalDay(nowMs());
  const unseen = openUnseen({ database: node.database, secret: node.secrets.get("request"), today }, limits.unseen);
  const rooms = { vehicles: openVehicles(node), vins: openVins(node), unseen };
  return {
    openings: async (day) => dayOpenings(await openings.get(""), spine.world(), nowMs(), day),
    place: (code) => findDriverPlace(here, code),
    book: (asked, key, address) => book(here, rooms, asked, { key, address }).finally(openings.forget),
    change: (asked, key) => change(here, asked, key).finally(openings.forget),
    wait: limitDrivers(limits),
    assertOwnPage: (request) => assertOwnPage(here.door ?? {}, request),
  };
}

type Rooms = {
  readonly vehicles: ReturnType<typeof openVehicles>;
  readonly vins: ReturnType<typeof openVins>;
  readonly unseen: Unseen;
};
type From = { readonly key: string; readonly address: string };

async function book(
  here: Here,
  { vehicles, vins, unseen }: Rooms,
  asked: DriverBook,
  { key, address }: From,
): Promise<QueueAnswer> {
  const { node } = here;
  const { slot, chapter, ...given } = asked;
  const vehicle = readPlate(given, "");
  const quarter = quarterAt(slot, "/slot");
  const request = requestOf(here, "book", asked);
  // NOTE: a stranger's words go to the vault and the journal only where there is something to decide; what was answered under
  // this key stands, for the driver may have had the last place.
  const isRepeated = (await findAnswers(node.database, [key])).has(key);
  if (!isRepeated && !(await hasRoom(here, quarter))) throw noRoom();
  const code = passCode(node, `queue ${key}`);
  const booking = passHash(code);
  if (!isRepeated && !(await unseen.take(address, booking))) throw tooManyUnseen();
  const { token } = await vehicles.tokenFor(vehicle);
  const vin = await vins.tokenFor(vehicle.vin ?? given.vin);
  const command: Book = {
    kind: "queue_book",
    byDriver: true,
    booking,
    vehicle: token,
    vin,
    country: vehicle.country,
    chapter,
    quarter,
  };
  const recorded = await here.spine.writer.ask({ command, key, request });
  if (recorded.body.outcome !== "done") unseen.giveBack(address, booking);
  return presentAnswer(here, recorded, recorded.body.outcome === "done" ? { code } : {});
}

async function change(here: Here, asked: DriverChange, key: string): Promise<QueueAnswer> {
  const to = asked.to === undefined ? {} : { to: quarterAt(asked.to, "/to") };
  const held = await heldOf(here.node.database, passHash(asked.code));
  const command: ChangeBooking = { kind: "queue_change", ...held, ...to };
  const request = requestOf(here, "change", asked);
  return presentAnswer(here, await here.spine.writer.ask({ command: command satisfies Command, key, request }));
}

/** Keyed, because a plate can be guessed from a plain hash; the same through either door and in every language. */
function requestOf({ node }: Here, what: string, asked: DriverBook | DriverChange): Buffer {
  const hmac = createHmac("sha256", node.secrets.get("request"));
  return hmac.update(`driver ${what}\n${writeCanonical(asked)}`).digest();
}

function presentAnswer({ node, spine }: Here, recorded: Recorded, more: { code?: string } = {}): QueueAnswer {
  const { rows } = recorded.body as { rows?: { places?: { quarter?: number }[] } };
  const quarter = rows?.places?.[0]?.quarter;
  return {
    ...presentRecorded(node, recorded),
    ...more,
    ...(quarter === undefined ? {} : { slot: quarterText(quarter) }),
    reasons: toldReasons(spine, recorded.body),
  };
}
