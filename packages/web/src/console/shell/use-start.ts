import type { Problem, Session, Status } from "@twinline/api";
import { useEffect, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOf, signInByLink } from "../../sign-in/access.ts";
import { linkToken } from "../../sign-in/one-time-link.ts";
import { queryClient } from "../asking/query-client.ts";

const RETRY_MS = 3_000;

type Start = { readonly status?: Status; readonly session?: Session; readonly problem?: Problem };

/** From nothing to an officer at a desk: what the node says, who signed in. */
export function useStart() {
  const [start, setStart] = useState<Start>({});
  useEffect(() => {
    const leaving = new AbortController();
    void begin(
      (next) => (leaving.signal.aborted ? undefined : setStart((held) => ({ ...held, ...next }))),
      leaving.signal,
    );
    return () => leaving.abort();
  }, []);
  const enter = (session: Session): void => setStart(({ status }) => (status ? { status, session } : { session }));
  const signOut = async (): Promise<void> => {
    await ask("sessionEnd");
    queryClient.clear();
    setStart(({ status }) => (status ? { status } : {}));
  };
  return { ...start, isReady: start.status !== undefined, enter, signOut };
}

async function begin(begun: (next: Start) => void, signal: AbortSignal): Promise<void> {
  const session = await beginSession();
  while (!signal.aborted) {
    const status = resultOf(await ask("status"));
    if (status.kind === "ok") return begun({ ...session, status: status.value });
    begun({ problem: status.problem });
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** One use of a link, however often React starts this page: a link is good once. */
let linked: Promise<Start> | undefined;

function beginSession(): Promise<Start> {
  const token = linkToken(location.hash);
  if (token) {
    history.replaceState(null, "", location.pathname + location.search);
    linked = signInByLink(token).then((done) =>
      done.kind === "ok" ? { session: done.value } : { problem: done.problem },
    );
  }
  linked ??= ask("session").then((reply) => (reply.kind === "ok" ? { session: reply.value } : {}));
  return linked;
}
