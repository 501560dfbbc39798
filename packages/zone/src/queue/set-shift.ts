import type { Author, Concept } from "../spine/concept.ts";
import { changeSpan, isSpan, keysOfSpan, type Span } from "./replan-command.ts";
import { done, findPeer, getYard, type Peer, peerRowKey, queueChanges, refused } from "./rows.ts";
import type { Slot } from "./slot.ts";

/** What a side brings to the road gate in a span of quarters. All of it is entered by that side's officer. */
export type Shift = {
  readonly lanes: number;
  readonly staff: number;
  /** Officers that one lane needs, and vehicles that one staffed lane takes in a quarter of an hour. */
  readonly staffPerLane: number;
  readonly perLane: number;
};

/** An entry of the other side's journal, which that side signed: its officer's shift, taken over here as it stands there. */
export type Statement = { readonly origin: string; readonly number: number; readonly hash: string };

/** One side says what it takes in a span: the own officer here, or the other side by its signed statement. */
export type SetShift = {
  readonly kind: "queue_shift";
  readonly by: Author;
  readonly side: string;
  readonly shift: Shift;
  readonly span: Span;
  readonly statement?: Statement;
};

/** Vehicles of a quarter: lanes that have the staff they need, each at its rate. */
export function capacityOf({ lanes, staff, staffPerLane, perLane }: Shift): number {
  const staffed = staffPerLane === 0 ? lanes : Math.min(lanes, Math.floor(staff / staffPerLane));
  return Math.max(0, staffed * perLane);
}

/** Why somebody is moved when a side takes fewer than before. */
const FEWER = "fewer_lanes";

export const setShift: Concept<SetShift> = {
  kind: "queue_shift",
  keys: ({ span, statement }) => [
    ...keysOfSpan(span),
    ...(statement === undefined ? [] : [peerRowKey(statement.origin)]),
  ],
  decide: (command, state, world, moment) => {
    const { side, shift, span, statement } = command;
    const { from, until } = span;
    const capacity = capacityOf(shift);
    const told = { side, from, until, ...shift, capacity, ...(statement === undefined ? {} : { statement }) };
    if (!isSpan(span)) return refused("span_impossible", told);
    const isOwn = side === world.side;
    if (isOwn !== (statement === undefined)) return refused("statement_needed", told);
    const peer = statement === undefined ? undefined : findPeer(state, statement.origin);
    if (statement !== undefined && peer === undefined) return refused("peer_unknown", told);
    // A statement that was taken over already, or one before it, would bring back what the other side has changed since.
    if (statement !== undefined && statement.number <= peer!.statement) return refused("statement_old", told);
    const column = isOwn ? "own" : "peer";
    const planned = changeSpan(span, state, moment, (slot: Slot) => ({ ...slot, [column]: capacity }), FEWER);
    if (planned === undefined) return refused("queue_moved", told);
    return done("shift_set", told, {
      slots: [...planned.slots.values()],
      places: planned.places,
      yard: { ...getYard(state), unplaced: planned.unplaced },
      ...(peer === undefined ? {} : { peer: { ...peer, statement: statement!.number } satisfies Peer }),
    });
  },
  apply: queueChanges,
};
