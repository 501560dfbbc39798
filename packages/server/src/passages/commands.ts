import type { GoodsLine as GoodsInput, PassageRequest } from "@twinline/api";
import type { Author, GoodsLine, PassageCommand, TravellerFacts, VehicleDocument, Zone } from "@twinline/zone";
import { RequestError } from "../errors.ts";
import { type ReadDocument, readDocument, readPlate } from "./document.ts";
import type { People } from "./people.ts";

/** A request made into a command: names are replaced by tokens, categories by what rulebooks read of them. */
export type ReadPassage = { readonly command: PassageCommand; readonly document: ReadDocument };

/** What reading a request needs besides the request. */
export type PassageReading = { readonly zone: Zone; readonly people: People; readonly day: number };

/** Reads documents, finds tokens and watch-list hits. Throws RequestError with the field at fault. */
export async function readPassage(
  { zone, people, day }: PassageReading,
  request: PassageRequest,
  by: Author,
  pass: string,
): Promise<ReadPassage> {
  const beside =
    request.guardian === undefined ? undefined : readDocument(request.guardian, { zone, day }, "/guardian");
  const document = readDocument(request.document, { zone, day, guardian: beside }, "/document");
  const vehicle = request.vehicle === undefined ? undefined : readPlate(request.vehicle, "/vehicle");
  const goods = (request.goods ?? []).map((line, at) => goodsOf(zone, line, `/goods/${at}/category`));
  // NOTE: only what can be read whole reaches the vault: a refused request leaves no row there.
  const traveller = await travellerOf(people, document, day);
  const guardian = beside === undefined ? undefined : await travellerOf(people, beside, day);
  const { direction, gate, lane } = request;
  const moved = vehicle === undefined ? {} : await movedBy(people, vehicle, request.direction);
  const accompanied = guardian === undefined ? {} : { guardian };
  const command: PassageCommand = {
    kind: "passage",
    by,
    direction,
    gate,
    lane,
    traveller,
    ...accompanied,
    ...moved,
    goods,
    pass,
  };
  return { command, document };
}

/** A vehicle's token, and its place in the queue where one is used: at the way in. */
async function movedBy(people: People, vehicle: VehicleDocument, direction: string) {
  const token = await people.vehicleTokenOf(vehicle);
  const held = direction === "in" ? await people.bookingOf(token) : undefined;
  return { vehicle: { token, country: vehicle.country }, ...(held === undefined ? {} : { held }) };
}

async function travellerOf(people: People, { facts, identity }: ReadDocument, day: number): Promise<TravellerFacts> {
  return { ...(await people.meet(identity, day)), document: facts };
}

export function goodsOf(zone: Zone, line: GoodsInput, field: string): GoodsLine {
  const category = zone.goods.find(({ code }) => code === line.category);
  if (category !== undefined) return { ...line, facts: category.facts };
  throw new RequestError(
    "passage/category",
    422,
    `Cannot take the goods: the category at "${field}" is not the zone's`,
    {
      field,
      texts: {
        zh: "没有这一物品类别，请重新选择。",
        kk: "Мұндай тауар санаты жоқ. Қайта таңдаңыз.",
        ru: "Такой категории товара нет. Выберите другую.",
        en: "There is no such category of goods. Choose another.",
      },
    },
  );
}
