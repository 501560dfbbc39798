import type { CheckedRulebook } from "@twinline/rulebook";
import type { DecisionRecord } from "../spine/decision.ts";

/** From the mildest to the strictest. */
export const verdicts = ["admit", "refer", "refuse"] as const;
export type Verdict = (typeof verdicts)[number];

/** Verdict and code of the deciding reason. */
export type Judgement = { readonly verdict: Verdict; readonly reason: string };

/** Reason of a passage that the rules could not answer: a person decides. */
export const UNANSWERABLE = "unanswerable";

/** What one decision says of the passage. What the rules cannot answer is referred, never let through. */
export function judgementOf({ outputs, unanswerable }: DecisionRecord): Judgement {
  const verdict = verdicts.find((one) => one === outputs.verdict);
  const reason = outputs.reason;
  if (unanswerable !== undefined || verdict === undefined || typeof reason !== "string") {
    return { verdict: "refer", reason: UNANSWERABLE };
  }
  return { verdict, reason };
}

/** The strictest judgement, the earliest of equals. Throws on an empty list: a passage is always decided. */
export function strictest(judgements: readonly Judgement[]): Judgement {
  const [first, ...rest] = judgements;
  if (first === undefined) throw new Error("Cannot judge a passage: nothing was decided");
  return rest.reduce((worst, one) => (rank(one) > rank(worst) ? one : worst), first);
}

/** Outputs that a rulebook of passages lacks. */
export function outputGaps(rulebook: Pick<CheckedRulebook, "outputs">, needed: readonly string[]): readonly string[] {
  return needed.filter((name) => !rulebook.outputs.includes(name));
}

function rank({ verdict }: Judgement): number {
  return verdicts.indexOf(verdict);
}
