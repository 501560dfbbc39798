import type { DeviceSigner, Status } from "@twinline/api";
import { useEffect, useState } from "react";
import { FIRST_WAIT_MS, type Start } from "../gate/begin.ts";
import { ask } from "../link/ask.ts";
import { findIdentity, newIdentity, rememberIdentity, signerOf } from "../link/device.ts";
import { findStatus, type LastWord } from "../link/remembered.ts";
import { type DeviceIdentity, openStore, type Store } from "../link/store.ts";
import { resultOfRecorded } from "../sign-in/access.ts";
import { askStatus, beginSession } from "../sign-in/begin-session.ts";

/** A registered till: it needs no officer to work, only its own key. */
export type TillPost = {
  readonly store: Store;
  readonly identity: DeviceIdentity;
  readonly signer: DeviceSigner;
  readonly status: Status;
  readonly lastWord?: LastWord;
};

/** From nothing to a till that works: what this device keeps, what the node says, and whoever registers it once. */
export function useTillPost() {
  const [start, setStart] = useState<Start>({});
  const add = (more: Start): void => setStart((held) => ({ ...held, ...more }));
  useEffect(() => {
    const leaving = new AbortController();
    void begin((next) => (leaving.signal.aborted ? undefined : setStart(next)), leaving.signal);
    return () => leaving.abort();
  }, []);
  const register = async (gate: string, lane: string): Promise<void> => {
    const { store } = start;
    if (!store) return;
    const made = await newIdentity(gate, lane);
    const body = { gate, lane, publicKey: made.publicKey, kind: "till" };
    const done = resultOfRecorded(await ask("deviceAdd", { body, key: crypto.randomUUID() }));
    if (done.kind === "problem") return add({ problem: done.problem });
    await rememberIdentity(store, made);
    // NOTE: whoever registered it does not stay signed in at a shop's counter: a till acts by its own key alone.
    await ask("sessionEnd");
    add({ identity: made });
  };
  const signOut = async (): Promise<void> => {
    await ask("sessionEnd");
    setStart(({ session: _session, ...rest }) => rest);
  };
  const { store, identity, status, lastWord } = start;
  const post: TillPost | undefined =
    store && identity && status
      ? { store, identity, signer: signerOf(identity), status, ...(lastWord && { lastWord }) }
      : undefined;
  return { start, post, add, register, signOut };
}

async function begin(begun: (next: Start) => void, signal: AbortSignal): Promise<void> {
  const store = await openStore();
  const [identity, lastWord] = await Promise.all([findIdentity(store), findStatus(store)]);
  if (identity && lastWord) {
    const first = await ask("status", { signal: AbortSignal.any([signal, AbortSignal.timeout(FIRST_WAIT_MS)]) });
    if (first.kind === "ok") return begun({ store, identity, status: first.value });
    return begun({ store, identity, status: lastWord.status, lastWord });
  }
  const status = await askStatus((problem) => begun({ problem }), signal);
  if (status) begun({ store, status, ...(identity && { identity }), ...(await beginSession()) });
}
