import type { Verdict } from "@twinline/api";
import type { Phase } from "./gate-state.ts";

/** Keys of the verdicts. None is Enter: that is the reader's key (ux.md T2). */
export const verdictKeys: Readonly<Record<Verdict, string>> = { refuse: "F4", refer: "F2", admit: "F8" };
export const CHECK_KEY = "F9";
export const TURN_KEY = "F7";
export const NEXT_KEY = "Escape";

/** The order of the bar, always the same: the eye and the hand learn places. */
export const verdictOrder: readonly Verdict[] = ["refuse", "refer", "admit"];

/** "confirm" follows the verdict, "override" goes against it, "paper" leaves an unknown outcome to paper. */
export type Act = "confirm" | "override" | "paper" | "none";

/** What pressing each verdict's button does now. The primary is always the one that follows from the state (T3). */
export function actsOf(phase: Phase): Readonly<Record<Verdict, Act>> {
  const none = { refuse: "none", refer: "none", admit: "none" } as const;
  if (phase.kind === "asking" && phase.trouble) return { ...none, refer: "paper" };
  if (phase.kind !== "decided") return none;
  const { answer } = phase;
  const against: Act = answer.may.includes("override") && !answer.overridden ? "override" : "none";
  return { refuse: against, refer: against, admit: against, [answer.verdict]: "confirm" };
}

export function isPrimary(act: Act): boolean {
  return act === "confirm" || act === "paper";
}
