import type { QueuePlan } from "@twinline/api";
import { type Body, type CloseRoad, type Concept, LoadedState, type Ruling, type SetShift } from "@twinline/zone";
import { presentRecorded } from "../access/recording.ts";
import { transaction } from "../database.ts";
import type { Recorded } from "../writer/ask.ts";
import { loadTables } from "../writer/state-table.ts";
import type { Queueing } from "./queueing.ts";
import { quarterText } from "./road-clock.ts";
import { queueTables } from "./state-tables.ts";

/** Number under which a preview is decided: no entry has it. */
const NO_ENTRY = 0;

type Planned = {
  readonly booking: string;
  readonly vehicle: string;
  readonly quarter?: number;
};

/** What the change would do, decided on the rows as they stand and recorded nowhere. */
export async function previewOf<C extends SetShift | CloseRoad>(
  queueing: Queueing,
  concept: Concept<C>,
  command: C,
): Promise<QueuePlan> {
  const { access, spine } = queueing;
  const atMs = access.node.effects.now().epochMilliseconds;
  const world = spine.world();
  const keys = concept.keys(command, world, atMs);
  const found = await transaction(access.node.database, (tx) => loadTables(tx, queueTables, keys));
  const ruling = concept.decide(command, new LoadedState(keys, found), world, { atMs, number: NO_ENTRY });
  return await presentPlan(queueing, ruling, command.span.holders);
}

/** The answer of a change that was recorded; the span holds where those stood whom it could move. */
export async function planAnswer(
  queueing: Queueing,
  recorded: Recorded,
  { holders }: SetShift["span"],
): Promise<QueuePlan> {
  const { receipt } = presentRecorded(queueing.access.node, recorded);
  const { outcome, reason, ...details } = recorded.body as Body & { outcome: Ruling["outcome"] };
  return { ...(await presentPlan(queueing, { outcome, reason, details }, holders)), receipt };
}

async function presentPlan(
  { vehicles }: Queueing,
  { outcome, reason, details }: Ruling,
  before: readonly { booking: string; quarter?: number }[],
): Promise<QueuePlan> {
  const rows = (details.rows ?? {}) as { places?: readonly Planned[]; yard?: { unplaced: number } };
  const places = rows.places ?? [];
  const names = await vehicles.reveal(places.map(({ vehicle }) => vehicle));
  const had = new Map(before.map(({ booking, quarter }) => [booking, quarter]));
  return {
    outcome: outcome === "done" ? "done" : "refused",
    reason,
    moves: places.map(({ booking, vehicle, quarter }) => {
      const { plate = "", country = "" } = names.get(vehicle) ?? {};
      const from = had.get(booking);
      return {
        booking,
        plate,
        country,
        ...(from === undefined ? {} : { from: quarterText(from) }),
        ...(quarter === undefined ? {} : { to: quarterText(quarter) }),
      };
    }),
    unplaced: rows.yard?.unplaced ?? 0,
  };
}
