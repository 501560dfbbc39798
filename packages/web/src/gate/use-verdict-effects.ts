import type { PassageAnswer } from "@twinline/api";
import { useEffect, useEffectEvent, useRef } from "react";
import { sound } from "./sound.ts";

/** What happens once for each new verdict: its tone, and whatever the gate does then. */
export function useVerdictEffects(answer: PassageAnswer | undefined, hasSound: boolean, onVerdict: () => void): void {
  const context = useRef<AudioContext | undefined>(undefined);
  const onNew = useEffectEvent((verdict: PassageAnswer["verdict"]) => {
    onVerdict();
    if (!hasSound) return;
    context.current ??= new AudioContext();
    sound(context.current, verdict);
  });
  const number = answer?.receipt.number;
  const verdict = answer?.verdict;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one verdict is one number, even when two in a row are alike
  useEffect(() => {
    if (verdict !== undefined) onNew(verdict);
  }, [number, verdict]);
}
