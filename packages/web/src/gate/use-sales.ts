import type { Hold } from "@twinline/api";
import { useEffect, useState } from "react";
import { ask } from "../link/ask.ts";
import { canDeclare, type GateEvent, type GateState } from "./gate-state.ts";
import type { Post } from "./post.ts";

/** How far the list of what was sold under a pass is; "no-pass" and "cut" leave it to the papers. */
export type SalesListing = "no-pass" | "asking" | "listed" | "unlisted" | "cut";

type Sales = { readonly sales: SalesListing; readonly holds: readonly Hold[] };
type Told = Sales & { readonly pass: string };

/** On the way out: what the node says was sold to the holder of the pass in this visit, and what tills hold for her. */
export function useSales(
  { signer }: Post,
  state: GateState,
  isReached: boolean,
  dispatch: (event: GateEvent) => void,
): Sales {
  const [told, setTold] = useState<Told | undefined>();
  const pass = state.direction === "out" && canDeclare(state) ? state.pass : undefined;
  useEffect(() => {
    if (pass === undefined || !isReached) return;
    const leaving = new AbortController();
    const list = async (): Promise<void> => {
      const reply = await ask("sales", { query: { pass }, signer, signal: leaving.signal });
      if (leaving.signal.aborted || reply.kind === "unreached") return;
      if (reply.kind !== "ok") return setTold({ pass, sales: "unlisted", holds: [] });
      const { rows, holds } = reply.value;
      setTold({ pass, sales: "listed", holds });
      dispatch({ kind: "sales-found", pass, rows });
    };
    void list();
    return () => leaving.abort();
  }, [pass, isReached, signer, dispatch]);
  if (pass === undefined) return { sales: isReached ? "no-pass" : "cut", holds: [] };
  if (told?.pass === pass) return { sales: told.sales, holds: told.holds };
  return { sales: isReached ? "asking" : "cut", holds: [] };
}
