import type { QueueOpenings } from "@twinline/api";
import {
  BOOK_QUARTERS_MAX,
  dayText,
  instantText,
  type Opening,
  openingsOf,
  quarterOf,
  quarterStart,
  type World,
} from "@twinline/zone";
import type { Queries } from "../../database.ts";
import type { NodeEffects } from "../../node.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import { readSlots } from "../queries.ts";
import { quarterText } from "../road-clock.ts";

type Here = {
  readonly node: { readonly database: Queries; readonly effects: Pick<NodeEffects, "now"> };
  readonly spine: Pick<OpenSpine, "world">;
};

/** Slots of a span with room for a booking; without one all that can be booked at all. */
export async function readOpenings({ node, spine }: Here, from?: number, until?: number): Promise<readonly Opening[]> {
  const atMs = node.effects.now().epochMilliseconds;
  const now = quarterOf(atMs);
  const last = now + BOOK_QUARTERS_MAX;
  if (from !== undefined && (from < now || from > last)) return [];
  return openingsOf(await readSlots(node.database, from ?? now, until ?? last + 1), spine.world(), atMs);
}

/** The openings of a legal day, and how many each day has. */
export function dayOpenings(
  openings: readonly Opening[],
  { legalDay }: World,
  atMs: number,
  asked: string | undefined,
): QueueOpenings {
  const byDay = Map.groupBy(openings, ({ quarter }) => dayText(legalDay(quarterStart(quarter))));
  const day = asked ?? byDay.keys().next().value ?? dayText(legalDay(atMs));
  return {
    asOf: instantText(atMs),
    day,
    days: [...byDay].map(([one, slots]) => ({ day: one, free: slots.reduce((sum, { free }) => sum + free, 0) })),
    slots: (byDay.get(day) ?? []).map(({ quarter, free }) => ({ at: quarterText(quarter), free })),
  };
}
