import type { PassageAnswer } from "@twinline/api";
import { useEffectEvent, useLayoutEffect, useRef } from "react";
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
  const number = answer && `${answer.receipt.origin} ${answer.receipt.number}`;
  const verdict = answer?.verdict;
  // NOTE: before the screen shows the verdict, so that no key can come between it and the quiet time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one verdict is one number, even when two in a row are alike
  useLayoutEffect(() => {
    if (verdict !== undefined) onNew(verdict);
  }, [number, verdict]);
}
