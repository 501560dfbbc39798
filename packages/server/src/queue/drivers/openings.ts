import type { QueueOpenings } from "@twinline/api";
import {
  BOOK_QUARTERS_MAX,
  dayText,
  freeRoom,
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

/** All slots with room for a booking. */
export async function readOpenings({ node, spine }: Here): Promise<readonly Opening[]> {
  const atMs = node.effects.now().epochMilliseconds;
  const now = quarterOf(atMs);
  return openingsOf(await readSlots(node.database, now, now + BOOK_QUARTERS_MAX + 1), spine.world(), atMs);
}

/** Whether a slot has a place that nobody holds; who may have it, the rules say. */
export async function hasRoom({ node }: Pick<Here, "node">, quarter: number): Promise<boolean> {
  const now = quarterOf(node.effects.now().epochMilliseconds);
  if (quarter < now || quarter > now + BOOK_QUARTERS_MAX) return false;
  return (await readSlots(node.database, quarter, quarter + 1)).some((slot) => freeRoom(slot) > 0);
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
