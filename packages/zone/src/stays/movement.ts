import type { Change, State, StateKey } from "../spine/state.ts";

/** Table of the newest entry that moved a person in or out, by token. */
export const MOVEMENT = "movement";

export function movementKey(person: string): StateKey {
  return { table: MOVEMENT, key: person };
}

/** Number of the newest entry that moved the person; 0 when none did. */
export function lastMovement(state: State, person: string): number {
  const entry = state.find(MOVEMENT, person)?.entry;
  return typeof entry === "number" ? entry : 0;
}

/** Instant of the newest movement, epoch ms; undefined when nobody moved her. */
export function lastMovedAtMs(state: State, person: string): number | undefined {
  const atMs = state.find(MOVEMENT, person)?.atMs;
  return typeof atMs === "number" ? atMs : undefined;
}

/** Entry `number` moved the person at that instant. */
export function noteMovement(person: string, number: number, atMs: number): Change {
  return { kind: "put", table: MOVEMENT, key: person, row: { entry: number, atMs } };
}
