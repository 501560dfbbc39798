import { useEffect, useMemo, useState } from "react";
import { ask } from "../link/ask.ts";
import { newIdentity, outboxIn, rememberIdentity, signerOf } from "../link/device.ts";
import { rememberSession } from "../link/remembered.ts";
import { resultOfRecorded } from "../sign-in/access.ts";
import { beginStart, type Start } from "./begin.ts";
import type { Post } from "./post.ts";

/** From nothing to an officer at a lane: what this device keeps, what the node says, who signed in. */
export function usePost() {
  const [start, setStart] = useState<Start>({});
  const { store, identity, status, lastWord, session, problem } = start;
  const add = (more: Start): void => {
    setStart((held) => ({ ...held, ...more }));
    if (store && more.session) void rememberSession(store, more.session, Temporal.Now.instant().epochMilliseconds);
  };

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
  const forgetSession = (): void => {
    if (store) void rememberSession(store, undefined, 0);
    setStart(({ session: _session, problem: _problem, ...rest }) => rest);
  };
  const signOut = async (): Promise<void> => {
    await ask("sessionEnd", identity ? { signer: signerOf(identity) } : {});
    forgetSession();
  };
  const post = useMemo<Post | undefined>(
    () =>
      store && status && session && identity
        ? {
            session,
            store,
            status,
            ...(lastWord && { lastWord }),
            gate: identity.gate,
            lane: identity.lane,
            signer: signerOf(identity),
            outbox: outboxIn(store),
          }
        : undefined,
    [store, status, lastWord, session, identity],
  );
  return {
    post,
    status,
    session,
    problem,
    add,
    register,
    signOut,
    forgetSession,
  };
}
