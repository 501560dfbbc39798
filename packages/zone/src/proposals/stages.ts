import type { Row } from "../spine/state.ts";

/**
 * The way of a proposal into law. A saved reform is "drafted"; `next` of each stage says where it may go, and `needs` what
 * must be on record before it is entered.
 */
export const stages = [
  "drafted",
  "analysed",
  "consultation",
  "voting",
  "accepted",
  "rejected",
  "signed",
  "checked",
  "withdrawn",
] as const;
export type Stage = (typeof stages)[number];

/** What must be on record before a proposal enters a stage. */
export type Need = "report" | "problem" | "openness" | "both_for" | "one_against" | "in_force" | "forecast";

type Step = { readonly next: readonly Stage[]; readonly needs: readonly Need[] };

export const steps: { readonly [stage in Stage]: Step } = {
  drafted: { next: ["analysed", "withdrawn"], needs: [] },
  analysed: { next: ["consultation", "withdrawn"], needs: ["problem", "report", "openness"] },
  consultation: { next: ["voting", "withdrawn"], needs: [] },
  voting: { next: ["accepted", "rejected", "withdrawn"], needs: [] },
  accepted: { next: ["signed", "withdrawn"], needs: ["both_for"] },
  rejected: { next: [], needs: ["one_against"] },
  signed: { next: ["checked"], needs: ["in_force"] },
  checked: { next: [], needs: ["forecast"] },
  withdrawn: { next: [], needs: [] },
};

/** The stage of a row of proposals: a proposal that never moved is drafted. */
export function stageOf(row: Row): Stage {
  return stages.find((stage) => stage === row.stage) ?? "drafted";
}
