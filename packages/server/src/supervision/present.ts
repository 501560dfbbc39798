import type { RunnerList, RunnerRow } from "@twinline/api";
import type { TraitWeight } from "@twinline/zone";
import type { Runner } from "./runners.ts";

/** Entries that a row names at most, newest kept: the rest are found by the person. */
const EVIDENCE_SHOWN = 60;

export function presentWeight({ trait, label, points, from, full }: TraitWeight): RunnerList["weights"][number] {
  return { trait, label, points, from, full };
}

/** A person with her score and every reason for it; the name is empty once her data are destroyed. */
export function presentRunner(
  { reasons, score, evidence }: Runner,
  weights: readonly TraitWeight[],
  name: string | undefined,
  known: string | undefined,
): RunnerRow {
  const labels = new Map(weights.map(({ trait, label }) => [trait, label]));
  return {
    root: evidence[0] ?? 0,
    name: name ?? "",
    score,
    reasons: reasons.map((one) => ({ ...one, value: Math.round(one.value), label: labels.get(one.trait)! })),
    evidence: evidence.slice(-EVIDENCE_SHOWN),
    ...(known === undefined ? {} : { case: known }),
  };
}
