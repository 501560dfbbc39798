import type { Envelope, ReservationRequest } from "@twinline/api";
import {
  type Device,
  dayNumber,
  type GoodsLine,
  type ReserveCommand,
  type TravellerFacts,
  type Zone,
} from "@twinline/zone";
import { RequestError } from "../errors.ts";
import type { ZoneNode } from "../node.ts";
import { goodsOf } from "../passages/commands.ts";
import type { People } from "../passages/people.ts";
import { openWatched } from "../vault/watched.ts";
import { watchOfToken } from "../watchlist/watchlist.ts";
import { findHolder } from "./queries.ts";

type Reading = { readonly node: ZoneNode; readonly zone: Zone; readonly people: People; readonly day: number };

/** Reads a till's request: the pass becomes its holder's token. Throws RequestError. */
export async function readReservation(
  { node, zone, people, day }: Reading,
  { pass, goods, envelope }: ReservationRequest,
  { by, device, policy }: { by: ReserveCommand["by"]; device: Device; policy: ReserveCommand["policy"] },
): Promise<ReserveCommand> {
  if ((goods === undefined) === (envelope === undefined))
    throw new RequestError("request/invalid", 400, "Cannot reserve: either goods or an envelope is needed", {
      field: "/goods",
    });
  const lines = goods?.map((line, at) => goodsOf(zone, line, `/goods/${at}/category`));
  const holder = await findHolder(node.database, pass);
  if (holder === undefined) throw unknownPass();
  const { person, visit, gate } = holder;
  const traveller = await travellerOf({ node, people, day }, person);
  return {
    kind: "reserve",
    by,
    place: device.gate,
    lane: device.lane,
    visit,
    gate,
    traveller,
    goods: lines ?? linesOf(zone, envelope!),
    isEnvelope: lines === undefined,
    policy,
  };
}

/** What the rules may know of somebody inside: from her newest document in the vault. Throws RequestError. */
async function travellerOf(
  { node, people, day }: Pick<Reading, "node" | "people" | "day">,
  person: string,
): Promise<TravellerFacts> {
  const record = (await people.reveal([person])).get(person);
  if (record === undefined) throw unknownPass();
  const { issuer = "", number = "", kind = "", nationality = "", born, expires } = record;
  const watched = await openWatched(node).find({ issuer, number });
  const { watch } = await watchOfToken(node.database, watched, day);
  const document = {
    kind,
    nationality,
    // A date that is known in part is no day.
    ...(born === undefined || born.includes("x") ? {} : { bornDay: dayNumber(born) }),
    ...(expires === undefined ? {} : { lastValidDay: dayNumber(expires) }),
  };
  return { person, document, watch };
}

/** An envelope as lines: its amounts in equal parts, what is left over in the first. */
function linesOf(zone: Zone, { valueMinor, valueEurMinor, massGrams = 0, lines = 1, category }: Envelope): GoodsLine[] {
  const found = zone.goods.find(({ code }) => code === category);
  if (category !== undefined && found === undefined)
    throw new RequestError("passage/category", 422, "Cannot reserve: the category is not the zone's", {
      field: "/envelope/category",
    });
  const part = (whole: number, at: number) => Math.floor(whole / lines) + (at === 0 ? whole % lines : 0);
  return Array.from({ length: lines }, (_, at) => ({
    hs: found?.headings[0] ?? "",
    category: category ?? "",
    quantity: 1,
    massGrams: part(massGrams, at),
    valueMinor: part(valueMinor, at),
    ...(valueEurMinor === undefined ? {} : { valueEurMinor: part(valueEurMinor, at) }),
    indivisible: false,
    facts: found?.facts ?? {},
  }));
}

export function unknownPass(): RequestError {
  return new RequestError("pass/unknown", 404, "Cannot find the pass: nobody who holds it is inside", {
    texts: {
      zh: "没有有效的通行记录。若已离开，通行证即失效。",
      kk: "Жарамды рұқсатнама табылмады. Шыққаннан кейін ол күшін жояды.",
      ru: "Действующий пропуск не найден. После выхода он теряет силу.",
      en: "There is no pass in force. It ends when its holder leaves.",
    },
  });
}
