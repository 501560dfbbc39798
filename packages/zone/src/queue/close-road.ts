import type { Author, Concept } from "../spine/concept.ts";
import { changeSpan, isSpan, keysOfSpan, type Span } from "./replan-command.ts";
import { done, getYard, queueChanges, refused } from "./rows.ts";

/** Why a road gate closes; the code is told to every driver who is moved. */
export const closingReasons = ["weather", "incident", "power", "order", "holiday", "repair"] as const;
export type ClosingReason = (typeof closingReasons)[number];

/** The road gate closes for a span, or opens again; whoever had a slot in it gets another, in order. */
export type CloseRoad = {
  readonly kind: "queue_close";
  readonly by: Author;
  readonly close: boolean;
  readonly why: ClosingReason;
  readonly span: Span;
};

export const closeRoad: Concept<CloseRoad> = {
  kind: "queue_close",
  keys: ({ span }) => keysOfSpan(span),
  decide: ({ close, why, span }, state, _world, moment) => {
    const { from, until } = span;
    const told = { from, until, why };
    if (!isSpan(span)) return refused("span_impossible", told);
    const planned = changeSpan(span, state, moment, (slot) => ({ ...slot, closed: close }), why);
    if (planned === undefined) return refused("queue_moved", told);
    const details = { ...told, moved: planned.places.size, unplaced: planned.unplaced };
    return done(close ? "road_closed" : "road_opened", details, {
      slots: [...planned.slots.values()],
      places: planned.places,
      yard: { ...getYard(state), unplaced: planned.unplaced },
    });
  },
  apply: queueChanges,
};
