import type { TillEvent } from "@twinline/api";
import {
  type Author,
  type Body,
  dayNumber,
  type GoodsLine,
  type LastCommand,
  type Law,
  type RefundCommand,
  type ReleaseCommand,
  type SaleCommand,
  type World,
  type Zone,
} from "@twinline/zone";
import type { SignedEvent } from "../captures/signed-event.ts";
import { goodsOf } from "../passages/commands.ts";
import type { Shelf } from "../rulebooks/shelf.ts";

/** What the node knows of the rights and sales that events speak of. */
export type TillBackground = {
  readonly zone: Zone;
  readonly world: World;
  readonly shelf: Shelf;
  readonly given: ReadonlyMap<number, Body>;
  /** Entry bodies of sales by their id. */
  readonly sales: ReadonlyMap<string, { readonly reservation: number; readonly hash: string }>;
  /** Ids of sales whose number has arrived, whatever came of it. */
  readonly arrived: ReadonlySet<string>;
};

type TillCommand = SaleCommand | ReleaseCommand | LastCommand;

/** The command of an event that needs nothing but the right it spends. */
export function commandOf(
  { event, capture, device }: SignedEvent<Exclude<TillEvent, { kind: "refund" }>>,
  by: Author,
  background: TillBackground,
): TillCommand {
  const place = { by, place: device.gate, lane: device.lane, capture };
  if (event.kind === "last") return { kind: "till_last", ...place, day: dayNumber(event.day) };
  const { reservation } = event;
  const given = background.given.get(reservation);
  if (event.kind === "release") return { kind: "sale_release", ...place, reservation, given, amounts: event.amounts };
  return {
    kind: "sale",
    ...place,
    reservation,
    given,
    law: lawOf(background, event.hash, given),
    counters: event.counters,
    goods: event.goods.map((line) => goodsAt(background.zone, line)),
  };
}

/**
 * The command of goods that came back; undefined while the event of their sale has not arrived. A sale whose number arrived
 * and that is no sale - it was refused - is none for ever.
 */
export function refundOf(
  { event, capture, device }: SignedEvent<Extract<TillEvent, { kind: "refund" }>>,
  by: Author,
  background: TillBackground,
): RefundCommand | undefined {
  const sold = background.sales.get(event.sale);
  if (sold === undefined && !background.arrived.has(event.sale)) return undefined;
  const reservation = sold?.reservation ?? 0;
  return {
    kind: "sale_refund",
    by,
    place: device.gate,
    lane: device.lane,
    capture,
    sale: event.sale,
    reservation,
    given: background.given.get(reservation),
    law: sold === undefined ? undefined : background.shelf.find(sold.hash),
    lines: event.lines,
  };
}

/** A till decides by the law its right was given under, or by the one in force; no other is taken. */
function lawOf({ world, shelf }: TillBackground, hash: string, given: Body | undefined): Law | undefined {
  const inForce = [...world.rulebooks.values()].some(({ rulebook }) => rulebook.hash === hash);
  return inForce || given?.hash === hash ? shelf.find(hash) : undefined;
}

/** A category that the zone no longer has is still sold goods: what rulebooks would read of it is unknown. */
function goodsAt(zone: Zone, line: Extract<TillEvent, { kind: "sale" }>["goods"][number]): GoodsLine {
  const known = zone.goods.some(({ code }) => code === line.category);
  return known ? goodsOf(zone, line, "/goods") : { ...line, facts: {} };
}
