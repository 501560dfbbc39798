import type { Problem, Session, Status } from "@twinline/api";
import type { IDBPDatabase } from "idb";
import { ask } from "../link/ask.ts";
import { findIdentity, forgetIdentity, signerOf } from "../link/device.ts";
import { type DeviceIdentity, type DeviceStore, openStore } from "../link/store.ts";
import { resultOf, signInByLink } from "../sign-in/access.ts";
import { linkToken } from "../sign-in/one-time-link.ts";

/** What is known of this gate so far, from nothing to an officer at a lane. */
export type Start = {
  readonly store?: IDBPDatabase<DeviceStore>;
  readonly identity?: DeviceIdentity;
  readonly status?: Status;
  readonly session?: Session;
  readonly problem?: Problem;
};

const RETRY_MS = 3_000;
/** The node does not know this device's key: it was revoked, or the node began anew. */
const UNKNOWN_DEVICE = "signature/device";

/** Opens what the device keeps and asks the node until it answers: a gate may well start before its node. */
export async function beginStart(begun: (next: Start) => void, signal: AbortSignal): Promise<void> {
  const store = await openStore();
  while (!signal.aborted) {
    const status = resultOf(await ask("status"));
    if (status.kind === "ok") {
      const identity = await knownIdentity(store);
      const session = signal.aborted ? {} : await beginSession(identity);
      return begun({ store, status: status.value, ...(identity && { identity }), ...session });
    }
    begun({ problem: status.problem });
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** The key of this device, unless the node says that it is in use no more; then the device has to be registered again. */
async function knownIdentity(store: IDBPDatabase<DeviceStore>): Promise<DeviceIdentity | undefined> {
  const identity = await findIdentity(store);
  if (!identity) return undefined;
  const reply = await ask("session", { signer: signerOf(identity) });
  if (reply.kind !== "problem" || reply.problem.type !== UNKNOWN_DEVICE) return identity;
  await forgetIdentity(store);
  return undefined;
}

/** A one-time link if the page was opened with one, else the session that this browser already has. */
async function beginSession(identity: DeviceIdentity | undefined): Promise<Start> {
  const signing = identity ? { signer: signerOf(identity) } : {};
  const token = linkToken(location.hash);
  if (token) {
    history.replaceState(null, "", location.pathname);
    const linked = await signInByLink(token, signing);
    return linked.kind === "ok" ? { session: linked.value } : { problem: linked.problem };
  }
  const reply = await ask("session", signing);
  return reply.kind === "ok" ? { session: reply.value } : {};
}
