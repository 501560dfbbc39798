import type { Author, Concept } from "../spine/concept.ts";
import { present } from "../spine/json.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { StateKey } from "../spine/state.ts";

/** Table of the newest count of people waiting, by gate and kind of lane. */
export const QUEUE_COUNT = "queue_count";
/** More people than the zone ever counted in a day. */
export const WAITING_MAX = 50_000;

/** Somebody counted who waits before the lanes of one kind at a gate. */
export type CountQueue = {
  readonly kind: "queue_count";
  readonly by: Author;
  readonly gate: string;
  /** Kind of lane, e.g. manual. */
  readonly line: string;
  readonly waiting: number;
};

/** A count keeps the one before it: two counts and the passages between them tell how many arrived. */
export const countQueue: Concept<CountQueue> = {
  kind: "queue_count",
  keys: ({ gate, line }) => [queueKey(gate, line)],
  decide: ({ gate, line, waiting }, state, _world, { atMs }) => {
    const before = state.find(QUEUE_COUNT, queueKey(gate, line).key);
    const kept = { beforeWaiting: before?.waiting, beforeAtMs: before?.atMs } as { [name: string]: number | undefined };
    const fits = Number.isSafeInteger(waiting) && waiting >= 0 && waiting <= WAITING_MAX;
    const details = present({ gate, line, waiting, atMs, ...kept });
    return fits
      ? { outcome: "done", reason: "counted", details }
      : { outcome: "refused", reason: "count_impossible", details: { gate, line } };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const { beforeWaiting, beforeAtMs } = body;
    const before =
      typeof beforeWaiting === "number" && typeof beforeAtMs === "number" ? { beforeWaiting, beforeAtMs } : {};
    const [gate, line] = [getText(body, "gate"), getText(body, "line")];
    const row = { gate, line, waiting: getInteger(body, "waiting"), atMs: getInteger(body, "atMs"), entry: number };
    return [{ kind: "put", ...queueKey(gate, line), row: { ...row, ...before } }];
  },
};

function queueKey(gate: string, line: string): StateKey {
  return { table: QUEUE_COUNT, key: `${gate}/${line}` };
}
