import { ModelInputError } from "../models/input.ts";
import { type SobolShare, sobolShares } from "../models/sobol.ts";
import { createChance } from "../traffic/random.ts";
import { type StreamName, streamNames } from "./events.ts";
import { scoreOf, type WindowPoint } from "./windows.ts";

export const WEIGHT_DRAWS_MAX = 100_000;

/** What the weights of the streams do to one score. */
export type WeightSensitivity = {
  readonly quarter: string;
  readonly score: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly shares: readonly ({ readonly stream: StreamName } & SobolShare)[];
  readonly draws: number;
  readonly seed: number;
};

/** Each weight is drawn from half to twice its equal share, on a scale of ratios. */
const weightOf = (uniform: number): number => 2 ** (2 * uniform - 1);

/**
 * Draws the weights and tells the interval that holds nine scores in ten, and which weight moves the score most.
 *
 * @throws ModelInputError when `draws` is out of bounds
 */
export function weightSensitivity(
  point: WindowPoint,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): WeightSensitivity {
  if (!Number.isSafeInteger(draws) || draws < 20 || draws > WEIGHT_DRAWS_MAX)
    throw new ModelInputError("draws", `20 to ${WEIGHT_DRAWS_MAX} draws are expected`);
  const score = (uniforms: readonly number[]): number => {
    const [problem, policy, politics] = uniforms.map(weightOf);
    return scoreOf(point.streams, { problem: problem!, policy: policy!, politics: politics! });
  };
  const chance = createChance(seed);
  const sample = Array.from({ length: draws }, () => score(streamNames.map(() => chance.next()))).sort((a, b) => a - b);
  const at = (share: number): number => sample[Math.min(draws - 1, Math.floor(share * draws))]!;
  const shares = sobolShares(
    (factors) => score(factors.map(([one]) => one!)),
    streamNames.map(() => 1),
    Math.max(2, Math.floor(draws / (streamNames.length + 2))),
    seed,
  );
  return {
    quarter: point.quarter,
    score: score(streamNames.map(() => 0.5)),
    low: at(0.05),
    median: at(0.5),
    high: at(0.95),
    shares: streamNames.map((stream, index) => ({ stream, ...shares[index]! })),
    draws,
    seed,
  };
}
