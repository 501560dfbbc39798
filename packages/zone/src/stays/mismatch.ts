import type { Change, Row } from "../spine/state.ts";
import type { Stay } from "./stay.ts";

/** Table of passages whose pair is missing or at another gate; the newest of each kind a person. */
export const MISMATCH = "mismatch";

export type Mismatch = "entry-without-exit" | "exit-without-entry" | "other-gate";

/** What does not fit between this passage and the open stay. Nothing of it decides: the rulebook does. */
export function mismatchOf(direction: "in" | "out", gate: string, stay: Stay | undefined): Mismatch | undefined {
  if (direction === "in") return stay === undefined ? undefined : "entry-without-exit";
  if (stay === undefined) return "exit-without-entry";
  return stay.gate === gate ? undefined : "other-gate";
}

/** Records the mismatch of entry `number`. */
export function noteMismatch(person: string, mismatch: string, gate: string, atMs: number, number: number): Change {
  const row: Row = { person, mismatch, gate, atMs, entry: number };
  return { kind: "put", table: MISMATCH, key: `${mismatch}/${person}`, row };
}
