import type { Author, Concept, Moment, Ruling } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import type { State } from "../spine/state.ts";
import { BOOK_QUARTERS_MAX } from "./book.ts";
import { type Held, keysOfHeld, placeOfHeld, rowsOfLeaving } from "./holder.ts";
import { isHolding, type Place, TURNS } from "./place.ts";
import { type Quarter, quarterOf } from "./quarter.ts";
import { askRoad, findRoadLaw, keptFrom, type RoadAnswer } from "./road-law.ts";
import { done, getVehicle, queueChanges, refused } from "./rows.ts";
import { getSlot, held, roomFor, slotKey } from "./slot.ts";

/** A booking takes another slot, or is cancelled; free until the cut-off of the rules. */
export type ChangeBooking = Held & {
  readonly kind: "queue_change";
  /** Officer at the desk; absent when the driver changes by the code. */
  readonly by?: Author;
  /** The new slot; absent to cancel. */
  readonly to?: Quarter;
};

export const changeBooking: Concept<ChangeBooking> = {
  kind: "queue_change",
  keys: (command) => [...keysOfHeld(command), ...(command.to === undefined ? [] : [slotKey(command.to)])],
  decide: decideChange,
  apply: queueChanges,
};

function decideChange(command: ChangeBooking, state: State, world: World, moment: Moment): Ruling {
  const { booking, vehicle, to } = command;
  const told = { booking, ...(to === undefined ? {} : { to }) };
  const law = findRoadLaw(world);
  const place = placeOfHeld(command, state);
  if (law === undefined) return refused("no_queue", told);
  if (typeof place === "string") return refused(place, told);
  if (!isHolding(place)) return refused("booking_over", told);
  const request = to === undefined ? "cancel" : "change";
  const answer = askRoad(law, { request, load: place.load, place, vehicle: getVehicle(state, vehicle) }, world, moment);
  const answered = { ...told, ...answer.decisions };
  if (answer.verdict !== "admit") return refused(answer.reason, answered);
  if (to === undefined) {
    return done("cancelled", answered, rowsOfLeaving(command, place, { ...place, state: "cancelled" }, state));
  }
  if (place.state === "waiting") return refused("in_waiting_area", answered);
  const now = quarterOf(moment.atMs);
  if (to < now || to - now > BOOK_QUARTERS_MAX || to === place.quarter) return refused("slot_over", answered);
  return decideMove(command, to, { place, answer, state, moment });
}

type Moving = { place: Place; answer: RoadAnswer; state: State; moment: Moment };

function decideMove(command: ChangeBooking, to: Quarter, { place, answer, state, moment }: Moving): Ruling {
  const { booking, quarter } = command;
  const answered = { booking, to, ...answer.decisions };
  const slot = getSlot(state, to);
  // NOTE: an officer who moves it has the papers in hand; the holder of the code has shown none.
  const kept = keptFrom(answer, place.byDriver === true && command.by === undefined);
  if (roomFor(slot, place.mode, kept) === 0) return refused("slot_full", answered);
  const { why: _, ...rest } = place;
  // A new slot by choice is a new turn: the last of those who hold it already.
  const after: Place = { ...rest, quarter: to, first: to, moves: 0, turn: moment.number * TURNS };
  const left = rowsOfLeaving(command, place, after, state);
  return done("changed", answered, {
    places: new Map([[booking, after]]),
    slots: [...(quarter === undefined ? [] : (left.slots ?? [])), held(slot, place.mode, 1)],
    yard: left.yard!,
  });
}
