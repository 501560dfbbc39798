import type { Row, State, StateKey } from "../spine/state.ts";

/** Table of the watch list, by the token of the watched document. */
export const WATCH_ENTRY = "watch_entry";

/** What the gate does when the document appears. */
export const watchVerdicts = ["refer", "refuse"] as const;
export type WatchVerdict = (typeof watchVerdicts)[number];

/** One watched document. Its number is in the vault; the journal holds a random token (promises.md D5). */
export type WatchEntry = {
  readonly watched: string;
  readonly verdict: WatchVerdict;
  /** Code of the reason that a screen shows, e.g. court_order. */
  readonly code: string;
  /** First and last legal day on which it holds, days since 1970-01-01. */
  readonly fromDay: number;
  readonly untilDay: number;
  readonly addedBy: string;
  readonly active: boolean;
};

export function watchKey(watched: string): StateKey {
  return { table: WATCH_ENTRY, key: watched };
}

export function findWatchEntry(state: State, watched: string): WatchEntry | undefined {
  const row = state.find(WATCH_ENTRY, watched);
  return row === undefined ? undefined : watchEntryOf(row);
}

/** Reads an entry from a row of state or the body of an entry. Throws TypeError when it is not one. */
export function watchEntryOf(fields: Readonly<Record<string, unknown>>): WatchEntry {
  const { watched, verdict, code, fromDay, untilDay, addedBy, active } = fields;
  if (typeof watched !== "string" || typeof code !== "string" || typeof addedBy !== "string") {
    throw new TypeError("Cannot read the watch-list entry: a field is missing");
  }
  if ((verdict !== "refer" && verdict !== "refuse") || typeof fromDay !== "number" || typeof untilDay !== "number") {
    throw new TypeError(`Cannot read the watch-list entry "${watched}": its verdict or days are not known`);
  }
  return { watched, verdict, code, fromDay, untilDay, addedBy, active: active === true };
}

/** Row of state; `entry` is the number of the entry that wrote it, by which the age of the list is told. */
export function rowOfWatchEntry(watch: WatchEntry, entry: number): Row {
  return { ...watch, entry };
}

/** Whether the entry holds on a legal day, both ends counted. */
export function isWatchedOn({ active, fromDay, untilDay }: WatchEntry, day: number): boolean {
  return active && fromDay <= day && day <= untilDay;
}
