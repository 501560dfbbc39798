import { useEffect, useEffectEvent } from "react";
import { createScanDetector, LINE_GAP_MAX_MS } from "./scan-detector.ts";

/** A text field as it stood before the first key of a scan leaked into it. */
type Snapshot = { readonly field: HTMLInputElement; readonly value: string } | undefined;

type Listeners = { onBegan(at: number): void; onScan(lines: readonly string[], at: number): void };

/**
 * Hears every key of the window before anything else does and takes a reader's keys away, whatever has the focus
 * (ux.md T2). What leaked into a field before a scan was known to be one is put back.
 */
export function useScans(listeners: Listeners): void {
  const onBegan = useEffectEvent(listeners.onBegan);
  const onScan = useEffectEvent(listeners.onScan);
  useEffect(() => {
    const detector = createScanDetector();
    let before: Snapshot;
    let lastAt = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent): void => {
      const at = event.timeStamp;
      if (event.repeat) return;
      if (at - lastAt > LINE_GAP_MAX_MS) before = snapshot();
      lastAt = at;
      const effect = detector.press({ code: event.code, key: event.key, shift: event.shiftKey, at });
      if (effect.swallow) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (effect.began) {
        restore(before);
        onBegan(at);
      }
      if (effect.scan) onScan(effect.scan, at);
      clearTimeout(timer);
      if (detector.isReading()) timer = setTimeout(() => settle(), LINE_GAP_MAX_MS + 10);
    };
    const settle = (): void => {
      const lines = detector.settle(performance.now());
      if (lines) onScan(lines, performance.now());
      // NOTE: an event's own time may lie ahead of this clock by a little; a scan must not wait for the next key to end it.
      else if (detector.isReading()) timer = setTimeout(settle, LINE_GAP_MAX_MS);
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, []);
}

function snapshot(): Snapshot {
  const field = document.activeElement;
  return field instanceof HTMLInputElement ? { field, value: field.value } : undefined;
}

/** Through the prototype's setter, so that React sees the change as one of the field's own. */
function restore(before: Snapshot): void {
  if (!before || before.field.value === before.value) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(before.field, before.value);
  before.field.dispatchEvent(new Event("input", { bubbles: true }));
}
