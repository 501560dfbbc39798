import type { TillEvent } from "@twinline/api";
import { rightOf } from "../../packages/zone/src/rights/reservation.ts";
import type { Right } from "../../packages/zone/src/rights/right.ts";
import { saleOf } from "../../packages/zone/src/sales/sale.ts";
import { isObject } from "../../packages/zone/src/spine/json.ts";
import { placeOf } from "../../packages/zone/src/spine/state.ts";
import { caps, departure } from "./law.ts";
import type { Entry } from "./node.ts";
import { blame, DAY_MS, GATE, givenBy, type Message, nodeMs, type RightsWorld, travellerOf } from "./world.ts";

/** What the node's routes do around the spine: find the rows a command speaks of, ask once, answer. */
export function takeAtNode(world: RightsWorld, message: Message & { readonly to: "node" }): readonly Message[] {
  return message.kind === "reserve" ? takeReserve(world, message) : takeEvents(world, message);
}

function takeReserve(world: RightsWorld, message: Message & { readonly kind: "reserve" }): readonly Message[] {
  const { from, key, person, value, mass } = message;
  const { device } = world.tills[from]!;
  const stay = world.node.rows.get(placeOf({ table: "stay", key: person }))?.row;
  const before = world.node.journal.length;
  const entry = world.node.ask(
    key,
    {
      kind: "reserve",
      by: { device },
      place: GATE,
      lane: `T${from}`,
      visit: String(stay?.visit ?? "none"),
      gate: GATE,
      traveller: travellerOf(person),
      goods: [goodsOf(value, mass, 1)],
      isEnvelope: isEnvelope(value),
      policy: "reserved-only",
    } as never,
    nodeMs(world),
  );
  if (world.node.journal.length > before) judgeReserve(world, entry, device, person, { value, mass });
  return [{ to: "till", kind: "given", till: from, key, right: givenRight(entry) }];
}

/** Three questions in four are for an envelope, the fourth for a basket. */
function isEnvelope(value: number): boolean {
  return value % 4 !== 0;
}

function givenRight({ number, body }: Entry): Right | undefined {
  if (body.outcome !== "done" || !isObject(body.reservation)) return undefined;
  return rightOf(body, number, body.reservation.held as Right["held"]);
}

/** No false refusal, and nothing to those who must get nothing. */
function judgeReserve(
  world: RightsWorld,
  { body }: Entry,
  device: string,
  person: string,
  asked: { readonly value: number; readonly mass: number },
): void {
  const day = Math.floor(nodeMs(world) / DAY_MS);
  const isClosed = world.node.rows.has(placeOf({ table: "closed_day", key: String(day) }));
  const log = world.node.rows.get(placeOf({ table: "device_log", key: device }))?.row;
  const mustNot = isClosed || log?.suspended === true || Number(log?.endedDay ?? 0) >= day;
  if (body.outcome === "done" && mustNot) blame(world, `a right was given to ${device} that must get none`);
  if (body.outcome === "done" || mustNot || body.reason === "not_inside") return;
  const isLeft = (["value", "mass"] as const).some(
    (name) => asked[name] > 0 && usedOf(world, person, day, name) < caps[name],
  );
  if (isLeft) blame(world, `${device} was refused a right of ${person} (${body.reason}) although something is left`);
}

/** What the node counts of a limit for a person and day. */
export function usedOf({ node }: RightsWorld, person: string, day: number, name: "value" | "mass"): number {
  const key = `toy/cn/departure#${name}@definition-of-${name.slice(0, 2)}/person:${person}/legal_day:${day}`;
  return Number(node.rows.get(placeOf({ table: "counter", key }))?.row.value ?? 0);
}

function takeEvents(
  world: RightsWorld,
  { from, boot, events }: Message & { readonly kind: "events" },
): readonly Message[] {
  const sequences = events.filter((event) => takeEvent(world, event)).map(({ sequence }) => sequence);
  return [{ to: "till", kind: "reported", till: from, boot, sequences }];
}

/** Records an event, once for its bytes. False when it speaks of a sale that has not arrived. */
function takeEvent(world: RightsWorld, event: TillEvent): boolean {
  const command = commandOf(world, event);
  if (command === undefined) return false;
  const before = world.node.journal.length;
  const entry = world.node.ask(`${event.device}.${event.sequence} ${digestOf(event)}`, command, nodeMs(world));
  if (world.node.journal.length > before) judgeEvent(world, entry, event);
  return true;
}

function judgeEvent(world: RightsWorld, { body }: Entry, event: TillEvent): void {
  const id = `${event.device}.${event.sequence}`;
  if (body.outcome === "done") {
    if (world.ledger.recorded.has(id)) blame(world, `${id} was recorded twice`);
    world.ledger.recorded.add(id);
    if (event.kind === "refund" && world.ledger.carriedOut.has(event.sale))
      blame(world, `${event.sale} was refunded though its goods are out`);
    return;
  }
  const isDue = event.kind === "refund" && (body.reason === "carried_out" || body.reason === "not_sold");
  if (!world.ledger.doubtful.has(event.device) && !isDue)
    blame(world, `${id} (${event.kind}) was refused: ${body.reason}`);
}

/** A text of its own for every event that was written: two holders of one key differ in their start. */
function digestOf({ boot, kind, sequence }: TillEvent): string {
  return `${boot} ${sequence} ${kind}`;
}

function commandOf(world: RightsWorld, event: TillEvent): { readonly kind: string } | undefined {
  const { device, boot, sequence } = event;
  const capture = { device, boot, sequence, atMs: Number(event.at), digest: digestOf(event) };
  const base = { by: { device }, place: GATE, lane: "T", capture };
  if (event.kind === "last") return { ...base, kind: "till_last", day: Number(event.day) } as never;
  if (event.kind === "refund") return refundOf(world, event, base);
  const { reservation } = event;
  const given = givenBy(world, reservation);
  if (event.kind === "release")
    return { ...base, kind: "sale_release", reservation, given, amounts: event.amounts } as never;
  const goods = event.goods.map((line) => ({ ...line, facts: {} }));
  return { ...base, kind: "sale", reservation, given, law: departure, counters: event.counters, goods } as never;
}

function refundOf(
  world: RightsWorld,
  { device, sequence, sale, lines }: TillEvent & { readonly kind: "refund" },
  base: object,
) {
  const row = world.node.rows.get(placeOf({ table: "sale", key: sale }))?.row;
  if (row === undefined) {
    // A number that another event has used is told at once: the sale that this one speaks of may never come.
    const isUsed = world.node.rows.has(placeOf({ table: "capture", key: `${device}.${sequence}` }));
    return isUsed
      ? ({ ...base, kind: "sale_refund", sale, given: undefined, reservation: 0, law: undefined, lines } as never)
      : undefined;
  }
  const { reservation } = saleOf(row);
  const given = givenBy(world, reservation);
  return { ...base, kind: "sale_refund", sale, given, reservation, law: departure, lines } as never;
}

export function goodsOf(value: number, mass: number, quantity: number) {
  return { hs: "6109", category: "goods", quantity, massGrams: mass, valueMinor: value, indivisible: false, facts: {} };
}
