import type { TillEvent } from "@twinline/api";
import { type Amounts, trimmed } from "../../packages/zone/src/rights/amounts.ts";
import { goodsFactsOf } from "../../packages/zone/src/rights/line-facts.ts";
import { countersOf, type Right } from "../../packages/zone/src/rights/right.ts";
import { sellFrom } from "../../packages/zone/src/rights/sell.ts";
import { goodsOf } from "./desk.ts";
import { departure } from "./law.ts";
import { blame, type Message, newKey, nodeMs, type RightsWorld, type SimTill, write } from "./world.ts";

/** A shop wants a right: the question stands on the disk before it is asked, so that it is never asked under two keys. */
export function askRight(world: RightsWorld, from: number, person: string, value: number, mass: number): void {
  const key = newKey(world);
  write(world.tills[from]!, {
    kind: "asked",
    asked: { key, person: person === "p0" ? 0 : 1, pass: `${value}/${mass}`, valueMinor: value },
  });
  world.net.push({ to: "node", kind: "reserve", from, key, person, value, mass });
}

/** Every question without an answer again, with its old key. */
export function askAgain(world: RightsWorld, from: number): void {
  for (const { key, person, pass } of world.tills[from]!.memory.open.values()) {
    const [value, mass] = pass.split("/").map(Number) as [number, number];
    world.net.push({ to: "node", kind: "reserve", from, key, person: `p${person}`, value, mass });
  }
}

/** The oldest right that still holds something, or the one after it. */
export function heldRight({ memory }: SimTill, choice: number): Right | undefined {
  const held = [...memory.rights.values()].filter((right) => Object.values(right.held).some((amount) => amount > 0));
  return held[choice % Math.max(1, held.length)];
}

/** Sells from what is held here, line cut or not. Gives the id of the sale once it may be said: it is on the disk. */
export function sellHere(
  world: RightsWorld,
  at: number,
  right: Right,
  lines: readonly (readonly [number, number])[],
): string | undefined {
  const till = world.tills[at]!;
  const goods = lines.map(([value, mass]) => goodsOf(value, mass, 2));
  const sold = sellFrom(
    departure,
    right,
    goods.map((line) => goodsFactsOf(departure.rulebook, line)),
  );
  if (sold.kind === "refused") {
    if (isEnvelope(world, right) && fits(lines, right))
      blame(world, `${till.device} cannot sell what it holds: ${sold.reason}`);
    return undefined;
  }
  const { reservation, hash, day, subject } = right;
  const event = writeEvent(
    world,
    till,
    { kind: "sale", reservation, hash, counters: countersOf(right), goods },
    { rest: sold.rest },
  );
  const sale = `${till.device}.${event.sequence}`;
  world.ledger.sold.set(`${sale} by ${at}`, { sale, till: at, person: subject.person, day, taken: sold.taken });
  return sale;
}

function isEnvelope({ node }: RightsWorld, { reservation }: Right): boolean {
  return node.journal[reservation - 1]?.body.isEnvelope === true;
}

/** What holds a part of every limit that the goods touch can be sold from: what is above it bears its tax. */
function fits(lines: readonly (readonly [number, number])[], { held }: Right): boolean {
  const [value, mass] = [0, 1].map((at) => lines.reduce((sum, line) => sum + line[at]!, 0)) as [number, number];
  return (value === 0 || (held.value ?? 0) > 0) && (mass === 0 || (held.mass ?? 0) > 0);
}

export function releaseHere(world: RightsWorld, at: number, { reservation, held }: Right, whole: boolean): void {
  const part = (amount: number): number => (whole ? amount : Math.ceil(amount / 2));
  const amounts: Amounts = trimmed(
    Object.fromEntries(Object.entries(held).map(([name, amount]) => [name, part(amount)])),
  );
  writeEvent(world, world.tills[at]!, { kind: "release", reservation, amounts });
}

export function refundHere(world: RightsWorld, at: number, sale: string, quantity: number): void {
  writeEvent(world, world.tills[at]!, { kind: "refund", sale, lines: [{ line: 0, quantity }] });
}

export function lastHere(world: RightsWorld, at: number, day: number): void {
  writeEvent(world, world.tills[at]!, { kind: "last", day: String(day) }, { ended: day });
}

/** Sends what is not acknowledged, all of it or only the newest, the newest first or last. */
export function reportFrom(world: RightsWorld, from: number, most: number, newestFirst = false): void {
  const { memory } = world.tills[from]!;
  const events = [...memory.unreported.values()].map(({ event }) => event).slice(-most);
  if (newestFirst) events.reverse();
  if (events.length > 0) world.net.push({ to: "node", kind: "events", from, boot: memory.boot, events });
}

/** An answer reaches a till. One that comes twice, or that the till did not ask for, changes nothing. */
export function takeAtTill(world: RightsWorld, message: Message & { readonly to: "till" }): void {
  const till = world.tills[message.till]!;
  if (message.kind === "reported") {
    if (message.boot !== till.memory.boot) return;
    for (const sequence of message.sequences)
      if (till.memory.unreported.has(sequence)) write(till, { kind: "reported", sequence });
  } else {
    const { key, right } = message;
    write(till, { kind: "answered", key, ...(right === undefined ? {} : { right }) });
  }
}

type Unwritten<E extends TillEvent = TillEvent> = E extends TillEvent
  ? Omit<E, "device" | "boot" | "sequence" | "at">
  : never;

function writeEvent(
  world: RightsWorld,
  till: SimTill,
  unwritten: Unwritten,
  beside: { rest?: Amounts; ended?: number } = {},
): TillEvent {
  const { boot, last } = till.memory;
  const at = String(nodeMs(world) + till.offsetMs);
  const event = { ...unwritten, device: till.device, boot, sequence: last + 1, at } as TillEvent;
  write(till, { kind: "event", event, ...beside });
  return event;
}
