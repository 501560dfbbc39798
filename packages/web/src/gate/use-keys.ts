import type { Verdict } from "@twinline/api";
import { useEffect, useEffectEvent } from "react";
import { CHECK_KEY, NEXT_KEY, TURN_KEY, verdictKeys, verdictOrder } from "./actions.ts";

type Keys = { act(verdict: Verdict): void; check(): void; turn(): void; next(): void };

/** The gate's function keys. A key that is held down, or pressed with another, does nothing. */
export function useKeys(keys: Keys, isOverlaid: boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const act = actOf(event.key, keys, isOverlaid);
    if (!act) return;
    event.preventDefault();
    if (!event.repeat) act();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** While something lies over the rooms, only what closes it counts. */
function actOf(key: string, keys: Keys, isOverlaid: boolean): (() => void) | undefined {
  if (key === TURN_KEY) return () => keys.turn();
  const verdict = verdictOrder.find((one) => verdictKeys[one] === key);
  const nothing = (): void => undefined;
  if (verdict) return isOverlaid ? nothing : () => keys.act(verdict);
  if (key === CHECK_KEY) return isOverlaid ? nothing : () => keys.check();
  return key === NEXT_KEY && !isOverlaid ? () => keys.next() : undefined;
}
