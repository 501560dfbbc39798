import type { Status } from "@twinline/api";
import { useEffect, useState } from "react";
import { ask } from "../link/ask.ts";
import type { Heard } from "./node-view.ts";

/** How often the gate asks how the node is. */
export const STATUS_EVERY_MS = 4_000;
const TICK_MS = 1_000;

/** The node's last word and the present moment, both on the page's monotonic clock. */
export function useNode(first: Status | undefined): { readonly heard: Heard | undefined; readonly nowMs: number } {
  const [heard, setHeard] = useState<Heard | undefined>(() => first && { status: first, atMs: performance.now() });
  const [nowMs, setNow] = useState(() => performance.now());
  useEffect(() => {
    const listen = async (): Promise<void> => {
      const reply = await ask("status");
      if (reply.kind === "ok") setHeard({ status: reply.value, atMs: performance.now() });
    };
    const asking = setInterval(() => void listen(), STATUS_EVERY_MS);
    const ticking = setInterval(() => setNow(performance.now()), TICK_MS);
    void listen();
    return () => {
      clearInterval(asking);
      clearInterval(ticking);
    };
  }, []);
  return { heard, nowMs };
}
