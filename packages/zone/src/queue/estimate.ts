import { type Quarter, quarterStart } from "./quarter.ts";
import { type Slot, sizeOf } from "./slot.ts";

/** Quarters that the live rate looks back on. */
export const RATE_QUARTERS = 4;
const PER_MILLE = 1_000;
/** The slowest pace that is believed: a quarter of what was planned. A stop is a closing, and is entered as one. */
const PACE_MIN = 250;

/** How much of the planned number was called in the last full hour, per mille; the plan itself while nothing is known. */
export function paceOf(last: readonly Slot[]): number {
  const planned = last.reduce((sum, slot) => sum + sizeOf(slot), 0);
  const called = last.reduce((sum, slot) => sum + slot.called, 0);
  const waited = last.reduce((sum, slot) => sum + slot.booked + slot.live, 0);
  // Without anybody left behind the gate was idle, not slow.
  if (planned === 0 || waited === 0) return PER_MILLE;
  return Math.max(PACE_MIN, Math.min(PER_MILLE, Math.floor((called * PER_MILLE) / planned)));
}

/**
 * When a vehicle with so many ahead of it will be called, epoch ms: the slots from now on at the live pace, and not before
 * its own slot begins. Undefined when the slots that exist do not reach so far.
 */
export function estimateCall(
  ahead: number,
  own: Quarter | undefined,
  slots: readonly Slot[],
  pace: number,
  atMs: number,
): number | undefined {
  let room = 0;
  for (const slot of slots) {
    room += sizeOf(slot) * pace - slot.called * PER_MILLE;
    if (room <= ahead * PER_MILLE || (own !== undefined && slot.quarter < own)) continue;
    return Math.max(atMs, quarterStart(slot.quarter));
  }
  return undefined;
}
