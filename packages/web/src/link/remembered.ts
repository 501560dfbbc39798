import type { CodeLists, Session, Status } from "@twinline/api";
import { findKept, keepValue, type Store } from "./store.ts";

/** A page that opens without its node goes on for the officer of this shift; after it somebody has to sign in again. */
export const SHIFT_MS = 12 * 3_600_000;

/** The node's last word; `atMs` is this device's own clock, from which only ages are read. */
export type LastWord = { readonly status: Status; readonly atMs: number };
type SignedIn = { readonly session: Session; readonly atMs: number };

export function rememberStatus(store: Store, word: LastWord): Promise<void> {
  return keepValue(store, "last status", word);
}

export function findStatus(store: Store): Promise<LastWord | undefined> {
  return findKept<LastWord>(store, "last status");
}

/** `undefined` forgets who was signed in. */
export function rememberSession(store: Store, session: Session | undefined, atMs: number): Promise<void> {
  return keepValue(store, "last session", session && ({ session, atMs } satisfies SignedIn));
}

/** Who was signed in here, within the shift; a clock that went back ends it too. */
export async function findSession(store: Store, nowMs: number): Promise<Session | undefined> {
  const held = await findKept<SignedIn>(store, "last session");
  const since = held ? nowMs - held.atMs : -1;
  return held && since >= 0 && since < SHIFT_MS ? held.session : undefined;
}

export function rememberCodes(store: Store, codes: CodeLists): Promise<void> {
  return keepValue(store, "last codes", codes);
}

export function findCodes(store: Store): Promise<CodeLists | undefined> {
  return findKept<CodeLists>(store, "last codes");
}
