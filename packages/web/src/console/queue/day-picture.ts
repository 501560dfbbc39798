import type { QueueRow, QueueSlot } from "@twinline/api";

/** What became of the vehicles of a slot, in the order in which they are stacked. */
export const stacks = ["passed", "called", "waiting", "booked", "no_show"] as const;
export type Stack = (typeof stacks)[number];

/** One quarter of an hour of the picture. */
export type Column = {
  readonly at: string;
  readonly own: number | undefined;
  readonly peer: number | undefined;
  readonly closed: boolean;
  readonly counts: Readonly<Record<Stack, number>>;
};

/** The day, column by column, and the highest figure in it. */
export function pictureOf(
  slots: readonly QueueSlot[],
  rows: readonly QueueRow[],
): { readonly columns: readonly Column[]; readonly top: number } {
  const columns = slots.map((slot) => ({
    at: slot.at,
    own: slot.own,
    peer: slot.peer,
    closed: slot.closed,
    counts: countsOf(rows.filter((row) => row.slot === slot.at)),
  }));
  const heights = columns.map(({ own = 0, peer = 0, counts }) => Math.max(own, peer, totalOf(counts)));
  return { columns, top: Math.max(1, ...heights) };
}

export function totalOf(counts: Column["counts"]): number {
  return stacks.reduce((sum, stack) => sum + counts[stack], 0);
}

function countsOf(rows: readonly QueueRow[]): Column["counts"] {
  const count = (stack: Stack) => rows.filter(({ state }) => state === stack).length;
  return {
    passed: count("passed"),
    called: count("called"),
    waiting: count("waiting"),
    booked: count("booked"),
    no_show: count("no_show"),
  };
}
