import type { Problem, Session, Status } from "@twinline/api";
import type { IDBPDatabase } from "idb";
import { useEffect, useMemo, useState } from "react";
import { ask } from "../link/ask.ts";
import { findIdentity, newIdentity, outboxIn, rememberIdentity, signerOf } from "../link/device.ts";
import { type DeviceIdentity, type DeviceStore, openStore } from "../link/store.ts";
import { resultOf, resultOfRecorded, signInByLink } from "../sign-in/access.ts";
import { linkToken } from "../sign-in/one-time-link.ts";
import type { Post } from "./post.ts";

const RETRY_MS = 3_000;

type Start = {
  readonly store?: IDBPDatabase<DeviceStore>;
  readonly identity?: DeviceIdentity;
  readonly status?: Status;
  readonly session?: Session;
  readonly problem?: Problem;
};

/** From nothing to an officer at a lane: what this device keeps, what the node says, who signed in. */
export function usePost() {
  const [start, setStart] = useState<Start>({});
  const { store, identity, status, session, problem } = start;
  const add = (more: Start): void => setStart((held) => ({ ...held, ...more }));

  useEffect(() => {
    const leaving = new AbortController();
    const begun = (next: Start): void => (leaving.signal.aborted ? undefined : setStart(next));
    void beginStart(begun, leaving.signal);
    return () => leaving.abort();
  }, []);

  const register = async (gate: string, lane: string): Promise<void> => {
    if (!store) return;
    const made = await newIdentity(gate, lane);
    const body = { gate, lane, publicKey: made.publicKey };
    const done = resultOfRecorded(await ask("deviceAdd", { body, key: crypto.randomUUID() }));
    if (done.kind === "problem") return add({ problem: done.problem });
    await rememberIdentity(store, made);
    add({ identity: made });
  };
  const signOut = async (): Promise<void> => {
    await ask("sessionEnd", identity ? { signer: signerOf(identity) } : {});
    setStart(({ session: _session, problem: _problem, ...rest }) => rest);
  };
  const post = useMemo<Post | undefined>(
    () =>
      store && status && session && identity
        ? {
            session,
            status,
            gate: identity.gate,
            lane: identity.lane,
            signer: signerOf(identity),
            outbox: outboxIn(store),
          }
        : undefined,
    [store, status, session, identity],
  );
  return {
    post,
    status,
    session,
    problem,
    isReady: store !== undefined && status !== undefined,
    add,
    register,
    signOut,
  };
}

/** Opens what the device keeps and asks the node until it answers: a gate may well start before its node. */
async function beginStart(begun: (next: Start) => void, signal: AbortSignal): Promise<void> {
  const store = await openStore();
  while (!signal.aborted) {
    const status = resultOf(await ask("status"));
    if (status.kind === "ok") {
      const identity = await findIdentity(store);
      const session = signal.aborted ? {} : await beginSession(identity);
      return begun({ store, status: status.value, ...(identity && { identity }), ...session });
    }
    begun({ problem: status.problem });
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
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
