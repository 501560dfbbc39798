import type { Status } from "@twinline/api";
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../link/ask.ts";
import type { LastWord } from "../link/remembered.ts";
import type { Heard } from "./node-view.ts";

/** How often the gate asks how the node is. */
export const STATUS_EVERY_MS = 4_000;
/** Before a traveller is asked about, a word of the node must be this young, else it is asked for once more. */
const FRESH_MS = 250;
/** So long may that take before the gate decides by itself. */
const REACH_MS = 800;
const TICK_MS = 1_000;

export type NodeWord = {
  readonly heard: Heard;
  readonly nowMs: number;
  /** Whether the node answers here and now: what is sent to it then is seldom left without an answer. */
  reach(): Promise<boolean>;
};

/** The node's last word and the present moment, both on the page's monotonic clock. `onWord` keeps what was heard. */
export function useNode(first: Status, lastWord: LastWord | undefined, onWord: (status: Status) => void): NodeWord {
  const [heard, setHeard] = useState<Heard>(() => firstHeard(first, lastWord));
  const [nowMs, setNow] = useState(() => performance.now());
  const latest = useRef(heard);
  const hear = useCallback((next: Heard) => {
    latest.current = next;
    setHeard(next);
  }, []);
  const listen = useCallback(
    async (waitMs?: number): Promise<boolean> => {
      const reply = await ask("status", waitMs === undefined ? {} : { signal: AbortSignal.timeout(waitMs) });
      if (reply.kind === "ok") {
        hear({ status: reply.value, atMs: performance.now(), isLost: false });
        onWord(reply.value);
      } else if (reply.kind === "unreached") hear({ ...latest.current, isLost: true });
      return reply.kind === "ok";
    },
    [hear, onWord],
  );
  const reach = useCallback(async () => {
    const { atMs, isLost } = latest.current;
    // NOTE: a line that is known to be cut is not waited for again (P17); the next regular question finds it mended.
    if (isLost) return false;
    return performance.now() - atMs < FRESH_MS || listen(REACH_MS);
  }, [listen]);

  useEffect(() => {
    const asking = setInterval(() => void listen(), STATUS_EVERY_MS);
    const ticking = setInterval(() => setNow(performance.now()), TICK_MS);
    void listen();
    return () => {
      clearInterval(asking);
      clearInterval(ticking);
    };
  }, [listen]);
  return { heard, nowMs, reach };
}

/** What was heard in an earlier start is as old as this device's clock says; a clock that went back adds nothing. */
function firstHeard(status: Status, lastWord: LastWord | undefined): Heard {
  const age = lastWord ? Math.max(0, Temporal.Now.instant().epochMilliseconds - lastWord.atMs) : 0;
  return { status, atMs: performance.now() - age, isLost: lastWord !== undefined };
}
