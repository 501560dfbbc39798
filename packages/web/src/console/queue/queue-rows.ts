import type { QueueRow } from "@twinline/api";
import type { QueueSearch, QueueSort } from "./queue-search.ts";

/** The rows that a search asks for, in its order; without one in the order of the queue. */
export function rowsFor(rows: readonly QueueRow[], search: QueueSearch): readonly QueueRow[] {
  const { find = "", state, mode, sort = "slot", down } = search;
  const sought = find.replaceAll(/[\s.-]/g, "").toUpperCase();
  const found = rows.filter(
    (row) => row.plate.includes(sought) && (state === undefined || row.state === state) && (!mode || row.mode === mode),
  );
  const value = values[sort];
  const sign = down ? -1 : 1;
  // NOTE: a sort of equals keeps the order in which the node tells the queue.
  return found.toSorted((a, b) => sign * compare(value(a), value(b)));
}

/** After every time there is: who has no slot yet stands last. */
const LAST = "~";
const FAR = Number.MAX_SAFE_INTEGER;

const values: Readonly<Record<QueueSort, (row: QueueRow) => string | number>> = {
  slot: ({ slot = LAST }) => slot,
  plate: ({ plate }) => plate,
  state: ({ state }) => state,
  expected: ({ expectedAt = LAST }) => expectedAt,
  ahead: ({ ahead = FAR }) => ahead,
};

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
