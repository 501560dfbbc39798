import type { CaseStepRequest } from "@twinline/api";

export const stepNames = ["notice", "evidence", "finding", "appeal", "decision"] as const;
export type StepName = (typeof stepNames)[number];

/** Codes that a dialog offers; the journal takes others too, but no sentences about people. */
export const means = ["paper", "screen", "phone", "posted"] as const;
export const findingCodes = ["overstay", "missing_pair", "carries_for_others", "explained", "mistake"] as const;
export const grounds = ["was_ill", "gate_closed", "wrong_person", "wrong_record", "other_ground"] as const;
export const findings = ["nothing", "warned", "restricted"] as const;
export const decisions = ["upheld", "lifted"] as const;

const fitting: Readonly<Record<string, readonly StepName[]>> = {
  open: ["notice", "evidence", "finding"],
  noticed: ["evidence", "finding"],
  found: ["evidence", "appeal"],
  appealed: ["evidence", "decision"],
};
const verbs: Readonly<Record<StepName, string>> = {
  notice: "step",
  evidence: "step",
  appeal: "step",
  finding: "find",
  decision: "judge",
};

/** Steps that fit the state and the officer; the node decides again. */
export function stepsOf(state: string, may: readonly string[]): readonly StepName[] {
  return (fitting[state] ?? []).filter((step) => may.includes(verbs[step]));
}

/** What an officer has chosen so far; all texts, as fields hold them. */
export type StepDraft = { readonly choice: string; readonly code: string };

const LIST = /^\d{1,15}([ ,;]+\d{1,15}){0,19}$/;

/** The step's request, or undefined while something is missing. */
export function readStep(step: StepName, { choice, code }: StepDraft, second?: string): CaseStepRequest | undefined {
  switch (step) {
    case "notice":
      return choice === "" ? undefined : { step, means: choice };
    case "appeal":
      return choice === "" ? undefined : { step, ground: choice };
    case "evidence":
      return LIST.test(choice.trim())
        ? {
            step,
            entries: choice
              .trim()
              .split(/[ ,;]+/)
              .map(Number),
          }
        : undefined;
    case "finding": {
      const finding = findings.find((one) => one === choice);
      return finding && code !== "" ? { step, finding, code, ...(second && { second }) } : undefined;
    }
    case "decision": {
      const decision = decisions.find((one) => one === choice);
      return decision && code !== "" ? { step, decision, code } : undefined;
    }
  }
}
