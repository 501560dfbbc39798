import type { Status } from "@twinline/api";
import { ask } from "../link/ask.ts";
import { findIdentity, forgetIdentity, signerOf } from "../link/device.ts";
import { findSession, findStatus, type LastWord, rememberSession } from "../link/remembered.ts";
import { type DeviceIdentity, openStore, type Store } from "../link/store.ts";
import { askStatus, type Begun, beginSession } from "../sign-in/begin-session.ts";
import { linkToken } from "../sign-in/one-time-link.ts";

/** What is known of this gate so far, from nothing to an officer at a lane. */
export type Start = Begun & {
  readonly store?: Store;
  readonly identity?: DeviceIdentity;
  readonly status?: Status;
  /** The node's last word of an earlier start: this page opened without it. */
  readonly lastWord?: LastWord;
};

/** A device that knows its place gives the node so long before it begins without it. */
export const FIRST_WAIT_MS = 200;
/** The node does not know this device's key: it was revoked, or the node began anew. */
const UNKNOWN_DEVICE = "signature/device";

/** Opens what the device keeps and asks the node until it answers: a gate may well start before its node. */
export async function beginStart(begun: (next: Start) => void, signal: AbortSignal): Promise<void> {
  const store = await openStore();
  if (await beginAway(store, begun, signal)) return;
  const status = await askStatus((problem) => begun({ problem }), signal);
  if (!status) return;
  const identity = await knownIdentity(store);
  const session = signal.aborted ? {} : await beginSession(identity && { signer: signerOf(identity) });
  if (session.session) await rememberSession(store, session.session, Temporal.Now.instant().epochMilliseconds);
  begun({ store, status, ...(identity && { identity }), ...session });
}

/**
 * Begins from what this device remembers when its node does not answer at once: lane, officer of this shift, last status.
 * A one-time link is for a node alone.
 */
async function beginAway(store: Store, begun: (next: Start) => void, signal: AbortSignal): Promise<boolean> {
  const nowMs = Temporal.Now.instant().epochMilliseconds;
  const [identity, lastWord, session] = await Promise.all([
    findIdentity(store),
    findStatus(store),
    findSession(store, nowMs),
  ]);
  if (!identity || !lastWord || !session || linkToken(location.hash)) return false;
  const reply = await ask("status", { signal: AbortSignal.any([signal, AbortSignal.timeout(FIRST_WAIT_MS)]) });
  if (reply.kind === "ok" || signal.aborted) return false;
  begun({ store, identity, status: lastWord.status, session, lastWord });
  return true;
}

/** The key of this device, unless the node says that it is in use no more; then the device has to be registered again. */
async function knownIdentity(store: Store): Promise<DeviceIdentity | undefined> {
  const identity = await findIdentity(store);
  if (!identity) return undefined;
  const reply = await ask("session", { signer: signerOf(identity) });
  if (reply.kind !== "problem" || reply.problem.type !== UNKNOWN_DEVICE) return identity;
  await forgetIdentity(store);
  return undefined;
}
