import type { Meter } from "@twinline/api";

const FULL = 1000;
/** A limit turns amber when less than this share of it is left. */
const LOW_SHARE = 10;

/** Widths in thousandths of the track. What goes beyond the cap is cut at its end: the figures beside it tell the rest. */
export function bar(meter: Meter): { used: number; now: number } {
  if (meter.cap <= 0) return { used: FULL, now: 0 };
  const part = (amount: number): number => Math.round((Math.max(0, amount) * FULL) / meter.cap);
  const used = Math.min(FULL, part(meter.before));
  return { used, now: Math.min(FULL - used, part(meter.now)) };
}

/** Less than a tenth is left. */
export function isLow(meter: Meter): boolean {
  return meter.left * LOW_SHARE < meter.cap;
}
