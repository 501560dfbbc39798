import type { ExplanationLine } from "@twinline/api";
import { useEffect, useState } from "react";
import { ask } from "../link/ask.ts";
import type { GateState } from "./gate-state.ts";
import type { Post } from "./post.ts";

/** The working of a recorded decision, fetched from the journal once a citation is opened. */
export function useWorking({ signer }: Post, { phase, citing }: GateState): readonly ExplanationLine[] | undefined {
  const [held, setHeld] = useState<{ readonly number: number; readonly lines: readonly ExplanationLine[] }>();
  // NOTE: a number of this device is no number of the journal.
  const number =
    phase.kind === "decided" && !phase.away && citing !== undefined ? phase.answer.receipt.number : undefined;
  const isHeld = held !== undefined && held.number === number;
  useEffect(() => {
    if (number === undefined || isHeld) return;
    const fetchEntry = async (): Promise<void> => {
      const reply = await ask("entry", { params: { number: String(number) }, signer });
      if (reply.kind === "ok") setHeld({ number, lines: reply.value.explanation });
    };
    void fetchEntry();
  }, [number, isHeld, signer]);
  return isHeld ? held.lines : undefined;
}
