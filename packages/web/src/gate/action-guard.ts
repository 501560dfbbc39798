/** For so long after a scan, or after a verdict appeared, no action key or button does anything (ux.md T2). */
export const QUIET_MS = 400;

export type ActionGuard = {
  /** A scan or a new verdict came at this moment (ms of one monotonic clock). */
  hold(at: number): void;
  /** Whether a press at this moment is the officer's own will for what is on the screen now. */
  allows(at: number): boolean;
};

export function createActionGuard(): ActionGuard {
  let heldAt = Number.NEGATIVE_INFINITY;
  return {
    hold: (at) => {
      heldAt = Math.max(heldAt, at);
    },
    allows: (at) => at - heldAt >= QUIET_MS,
  };
}
