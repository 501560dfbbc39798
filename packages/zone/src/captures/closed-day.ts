import type { Author, Concept } from "../spine/concept.ts";
import { getInteger } from "../spine/read-body.ts";
import type { State } from "../spine/state.ts";

/** Table of legal days of this side that are closed, by the day's number: nothing is reserved on them any more. */
export const CLOSED_DAY = "closed_day";

/** An officer closes a legal day that is over; rights that devices still hold of it may come back from then on. */
export type CloseDay = { readonly kind: "day_close"; readonly by: Author; readonly day: number };

export const closeDay: Concept<CloseDay> = {
  kind: "day_close",
  keys: ({ day }) => [{ table: CLOSED_DAY, key: String(day) }],
  decide: ({ day }, state, world, { atMs }) => {
    const details = { day };
    if (isClosed(state, day)) return { outcome: "refused", reason: "already_closed", details };
    if (world.legalDay(atMs) <= day) return { outcome: "refused", reason: "day_not_over", details };
    return { outcome: "done", reason: "closed", details };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    return [{ kind: "put", table: CLOSED_DAY, key: String(getInteger(body, "day")), row: { entry: number } }];
  },
};

export function isClosed(state: State, day: number): boolean {
  return state.find(CLOSED_DAY, String(day)) !== undefined;
}
