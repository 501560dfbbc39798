import type { Author, Concept, Moment, Ruling } from "../spine/concept.ts";
import type { JsonObject } from "../spine/json.ts";
import type { State } from "../spine/state.ts";
import { findPlace, inOrder, type Place, placeKey } from "./place.ts";
import { type Quarter, quarterOf } from "./quarter.ts";
import type { Holder } from "./replan-command.ts";
import { NO_PRIORITY } from "./road-law.ts";
import { done, getYard, queueChanges, refused, yardKey } from "./rows.ts";
import { getSlot, held, type Slot, sizeOf, slotKey } from "./slot.ts";

/** Vehicles in the waiting area at most; whoever comes beyond it waits before the area. */
export const YARD_VEHICLES_MAX = 400;

/**
 * The next vehicles are called to the gate. Who they are is not the officer's to say: the command brings everybody who
 * waits, and the order decides.
 */
export type CallUp = {
  readonly kind: "queue_call";
  readonly by: Author;
  readonly count: number;
  readonly waiting: readonly Holder[];
};

export const callUp: Concept<CallUp> = {
  kind: "queue_call",
  keys: ({ waiting }, _world, atMs) => {
    const listed = waiting.slice(0, YARD_VEHICLES_MAX);
    const quarters = new Set([quarterOf(atMs), ...listed.flatMap(({ quarter = [] }) => quarter)]);
    return [yardKey, ...[...quarters].map(slotKey), ...listed.map(({ booking }) => placeKey(booking))];
  },
  decide: decideCall,
  apply: queueChanges,
};

type Waiting = readonly [booking: string, place: Place];

/** Those whose slot has come, priority by rule first; then those whose slot is still to come. Each in the queue's order. */
export function callOrder(waiting: readonly Waiting[], now: Quarter): readonly Waiting[] {
  const rank = ({ quarter, priority }: Place) =>
    quarter === undefined || quarter > now ? 2 : priority === NO_PRIORITY ? 1 : 0;
  return waiting.toSorted(([, a], [, b]) => rank(a) - rank(b) || inOrder(a, b));
}

function decideCall({ count, waiting }: CallUp, state: State, _world: unknown, moment: Moment): Ruling {
  const now = quarterOf(moment.atMs);
  const yard = getYard(state);
  const found = waitingIn(waiting, state);
  if (found === undefined || found.length !== yard.waiting) return refused("queue_moved", { count });
  const slot = getSlot(state, now);
  const room = Math.max(0, sizeOf(slot) - slot.called);
  if (room === 0) return refused("no_room_now", { count });
  const order = callOrder(found, now);
  const called = order.slice(0, Math.min(count, room));
  if (called.length === 0) return refused("nobody_waits", { count });
  const places = called.map(
    ([booking, place], at) => [booking, calledPlace(place, order.slice(at + 1), moment)] as const,
  );
  const details: JsonObject = { count: called.length, called: called.map(([booking]) => booking) };
  return done("called", details, {
    places: new Map(places),
    slots: slotsAfter(called, slot, state),
    yard: {
      waiting: yard.waiting - called.length,
      unplaced: yard.unplaced - called.filter(([, { quarter }]) => quarter === undefined).length,
    },
  });
}

/** Everybody who was listed, if each waits with the slot that was read, and none is listed twice. */
function waitingIn(listed: readonly Holder[], state: State): readonly Waiting[] | undefined {
  if (listed.length > YARD_VEHICLES_MAX) return undefined;
  const found = new Map<string, Place>();
  for (const { booking, quarter } of listed) {
    const place = findPlace(state, booking);
    if (place?.state !== "waiting" || place.quarter !== quarter) return undefined;
    found.set(booking, place);
  }
  return found.size === listed.length ? [...found] : undefined;
}

/** Overtaken is who stood before it in the queue and is called after it. */
function calledPlace(place: Place, after: readonly Waiting[], { atMs }: Moment): Place {
  const overtook = after.filter(([, other]) => inOrder(other, place) < 0).length;
  return { ...place, state: "called", calledAtMs: atMs, overtook };
}

function slotsAfter(called: readonly Waiting[], now: Slot, state: State): readonly Slot[] {
  const slots = new Map<Quarter, Slot>([[now.quarter, { ...now, called: now.called + called.length }]]);
  for (const [, { quarter, mode }] of called) {
    if (quarter === undefined) continue;
    slots.set(quarter, held(slots.get(quarter) ?? getSlot(state, quarter), mode, -1));
  }
  return [...slots.values()];
}
