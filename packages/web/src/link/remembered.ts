import type { CodeLists, Session, Status } from "@twinline/api";
import { findKept, keepValue, type Store } from "./store.ts";

const LAST = "last";
/** A page that opens without its node goes on for the officer of this shift; after it somebody has to sign in again. */
export const SHIFT_MS = 12 * 3_600_000;

/** The node's last word and who worked here; `atMs` is this device's own clock, which only ages are read from. */
export type Remembered = {
  readonly status: Status;
  readonly atMs: number;
  readonly session?: Session;
  readonly signedInAtMs?: number;
  readonly codes?: CodeLists;
};

/** What the page knew when it was last open; the session only within the shift. */
export async function findRemembered(store: Store, nowMs: number): Promise<Remembered | undefined> {
  const held = await findKept<Remembered>(store, LAST);
  if (!held) return undefined;
  const { session, ...rest } = held;
  const since = nowMs - (held.signedInAtMs ?? 0);
  return session && since >= 0 && since < SHIFT_MS ? { ...rest, session } : rest;
}

/** Adds to what is remembered; `undefined` of a session forgets it. */
export async function remember(store: Store, more: Partial<Remembered>): Promise<void> {
  const held = await findKept<Remembered>(store, LAST);
  await keepValue(store, LAST, { ...held, ...more });
}
