import type { Session, Status } from "@twinline/api";
import { useEffect, useState } from "react";
import { ask } from "../../link/ask.ts";
import { askStatus, type Begun, beginSession } from "../../sign-in/begin-session.ts";
import { queryClient } from "../asking/query-client.ts";

type Start = Begun & { readonly status?: Status };

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
  const { status, session, problem } = start;
  return { status, session, problem, enter, signOut };
}

async function begin(begun: (next: Start) => void, signal: AbortSignal): Promise<void> {
  linked ??= beginSession();
  const session = await linked;
  const status = await askStatus((problem) => begun({ problem }), signal);
  if (status) begun({ ...session, status });
}

/** One use of a link, however often React starts this page: a link is good once. */
let linked: Promise<Begun> | undefined;
