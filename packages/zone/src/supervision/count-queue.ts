import type { Author, Concept } from "../spine/concept.ts";
import { present } from "../spine/json.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { StateKey } from "../spine/state.ts";

/** Table of the newest count of people waiting, by gate and kind of lane, and by lane where one officer counted her own. */
export const QUEUE_COUNT = "queue_count";
/** More people than the zone ever counted in a day. */
export const WAITING_MAX = 50_000;

/** Somebody counted who waits before the lanes of one kind at a gate, or before her own glass alone. */
export type CountQueue = {
  readonly kind: "queue_count";
  readonly by: Author;
  readonly gate: string;
  /** Kind of lane, e.g. manual. */
  readonly line: string;
  /** The counter's own lane, when only those before it were counted. */
  readonly lane?: string;
  readonly waiting: number;
};

/** A count keeps the one before it: two counts and the passages between them tell how many arrived. */
export const countQueue: Concept<CountQueue> = {
  kind: "queue_count",
  keys: ({ gate, line, lane }) => [queueKey(gate, line, lane)],
  decide: ({ gate, line, lane, waiting }, state, _world, { atMs }) => {
    const before = state.find(QUEUE_COUNT, queueKey(gate, line, lane).key);
    const kept = { beforeWaiting: before?.waiting, beforeAtMs: before?.atMs } as { [name: string]: number | undefined };
    const fits = Number.isSafeInteger(waiting) && waiting >= 0 && waiting <= WAITING_MAX;
    const details = present({ gate, line, lane, waiting, atMs, ...kept });
    return fits
      ? { outcome: "done", reason: "counted", details }
      : { outcome: "refused", reason: "count_impossible", details: present({ gate, line, lane }) };
  },
  apply: (body, number) => {
    if (body.outcome !== "done") return [];
    const { beforeWaiting, beforeAtMs } = body;
    const before =
      typeof beforeWaiting === "number" && typeof beforeAtMs === "number" ? { beforeWaiting, beforeAtMs } : {};
    const [gate, line] = [getText(body, "gate"), getText(body, "line")];
    const own = body.lane === undefined ? {} : { lane: getText(body, "lane") };
    const row = {
      gate,
      line,
      ...own,
      waiting: getInteger(body, "waiting"),
      atMs: getInteger(body, "atMs"),
      entry: number,
    };
    return [{ kind: "put", ...queueKey(gate, line, own.lane), row: { ...row, ...before } }];
  },
};

function queueKey(gate: string, line: string, lane: string | undefined): StateKey {
  return { table: QUEUE_COUNT, key: lane === undefined ? `${gate}/${line}` : `${gate}/${line}/${lane}` };
}
