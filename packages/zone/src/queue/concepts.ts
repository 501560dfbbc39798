import type { AnyConcept } from "../spine/concept.ts";
import { arrive } from "./arrive.ts";
import { book } from "./book.ts";
import { callUp } from "./call-up.ts";
import { changeBooking } from "./change.ts";
import { closeRoad } from "./close-road.ts";
import { noShow } from "./no-show.ts";
import { setShift } from "./set-shift.ts";
import { trustPeer } from "./trust-peer.ts";

/** The queue of the road gate: what both sides take, who holds a slot, who is called. */
export const queueConcepts: readonly AnyConcept[] = [
  setShift,
  trustPeer,
  closeRoad,
  book,
  changeBooking,
  arrive,
  callUp,
  noShow,
];
