import { useEffect, useState } from "react";
import { ask } from "../link/ask.ts";
import { canDeclare, type GateEvent, type GateState } from "./gate-state.ts";
import type { Post } from "./post.ts";

/** How far the list of what was sold under a pass is; "no-pass" and "cut" leave it to the papers. */
export type SalesListing = "no-pass" | "asking" | "listed" | "unlisted" | "cut";

type Held = { readonly pass: string; readonly listing: "listed" | "unlisted" };

/** On the way out: what the node says was sold to the holder of the pass in this visit. */
export function useSales(
  { signer }: Post,
  state: GateState,
  isReached: boolean,
  dispatch: (event: GateEvent) => void,
): SalesListing {
  const [held, setHeld] = useState<Held | undefined>();
  const pass = state.direction === "out" && canDeclare(state) ? state.pass : undefined;
  useEffect(() => {
    if (pass === undefined || !isReached) return;
    const leaving = new AbortController();
    const list = async (): Promise<void> => {
      const reply = await ask("sales", { query: { pass }, signer, signal: leaving.signal });
      if (leaving.signal.aborted || reply.kind === "unreached") return;
      setHeld({ pass, listing: reply.kind === "ok" ? "listed" : "unlisted" });
      if (reply.kind === "ok") dispatch({ kind: "sales-found", pass, rows: reply.value.rows });
    };
    void list();
    return () => leaving.abort();
  }, [pass, isReached, signer, dispatch]);
  if (pass === undefined) return isReached ? "no-pass" : "cut";
  if (held?.pass === pass) return held.listing;
  return isReached ? "asking" : "cut";
}
