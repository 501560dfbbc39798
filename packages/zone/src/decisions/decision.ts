import type { Author, Concept, Outcome } from "../spine/concept.ts";
import { type Days, decideRecorded, decisionBody, type Held } from "../spine/decision.ts";
import { NotPublishedError } from "../spine/installed.ts";

/** A single decision by a published rulebook over given facts and counter values; it moves no counter. */
export type DecisionCommand = {
  readonly kind: "decision";
  readonly by: Author;
  readonly rulebook: string;
  readonly facts: Held;
  readonly counters: { readonly [name: string]: number };
  /** Law date and legal day; the node's own legal day when absent. */
  readonly days?: Days;
};

export const decision: Concept<DecisionCommand> = {
  kind: "decision",
  keys: () => [],
  decide: ({ rulebook, facts, counters, days }, _state, world, { atMs }) => {
    const installed = world.rulebooks.get(rulebook);
    if (installed === undefined) throw new NotPublishedError(rulebook);
    const today = world.legalDay(atMs);
    const record = decideRecorded(installed, facts, counters, days ?? { law: today, legal: today });
    const { verdict, reason } = record.outputs;
    const details = { decisions: [decisionBody(record)] };
    if (record.unanswerable !== undefined) return { outcome: "refused", reason: record.unanswerable.reason, details };
    return { outcome: asOutcome(verdict), reason: typeof reason === "string" ? reason : "decided", details };
  },
  apply: () => [],
};

function asOutcome(verdict: unknown): Outcome {
  return verdict === "admit" || verdict === "refer" || verdict === "refuse" ? verdict : "done";
}
