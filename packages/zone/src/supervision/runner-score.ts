import type { RunnerTrait, TraitWeight } from "./settings.ts";

/** What was seen of one person, by trait; a trait that was not seen is absent. */
export type TraitValues = { readonly [trait in RunnerTrait]?: number };

/** One trait of a score: what was seen, what it weighs and the points it gave. */
export type ScoreReason = {
  readonly trait: RunnerTrait;
  readonly value: number;
  readonly points: number;
  readonly most: number;
  readonly from: number;
  readonly full: number;
};

export type RunnerScore = { readonly score: number; readonly reasons: readonly ScoreReason[] };

/**
 * How much a person's passages look like those of a carrier for somebody else, 0 to 100: the sum of its reasons, nothing
 * else. Our own scale, no law's: it asks a human to look, and decides nothing. More of a trait never lowers it.
 */
export function scoreRunner(values: TraitValues, weights: readonly TraitWeight[]): RunnerScore {
  const reasons = weights
    .map(({ trait, points, from, full }): ScoreReason => {
      const value = values[trait] ?? 0;
      return { trait, value, points: pointsOf(value, points, from, full), most: points, from, full };
    })
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || (a.trait < b.trait ? -1 : 1));
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

/** Whole points: none up to `from`, all at `full`, rounded down in between. */
function pointsOf(value: number, points: number, from: number, full: number): number {
  const share = Math.min(Math.max(value - from, 0), full - from);
  return Math.floor((points * share) / (full - from));
}
