import { Input, ModelInputError } from "../models/input.ts";
import type { Model } from "../models/model.ts";
import { type SobolShare, sobolShares } from "../models/sobol.ts";
import { createChance } from "../traffic/random.ts";
import { numberAt } from "./field-path.ts";
import { atShare, type Range } from "./ranges.ts";
import { RANGES_MAX } from "./tornado.ts";

export const MONTE_CARLO_DRAWS_MAX = 100_000;

/** What the result is when all ranges are drawn at once, uniformly and independently. */
export type MonteCarlo = {
  readonly output: string;
  readonly base: number;
  readonly mean: number;
  readonly deviation: number;
  /** 5, 25, 50, 75 and 95 of a hundred draws lie at or below. */
  readonly quantiles: {
    readonly p5: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p95: number;
  };
  /** Share of draws whose result has the sign of the base. */
  readonly sameSign: number;
  readonly shares: readonly ({ readonly field: string } & SobolShare)[];
  readonly draws: number;
  readonly seed: number;
};

/**
 * Draws every range at once and tells the spread of the result, and which range it comes from.
 *
 * @throws ModelInputError as the model does, or when ranges or draws are out of bounds
 */
export function monteCarlo(
  model: Model,
  input: unknown,
  ranges: readonly Range[],
  { output, draws, seed }: { readonly output: string; readonly draws: number; readonly seed: number },
): MonteCarlo {
  if (ranges.length === 0 || ranges.length > RANGES_MAX)
    throw new ModelInputError("ranges", `1 to ${RANGES_MAX} ranges are expected`);
  if (!Number.isSafeInteger(draws) || draws < 20 || draws > MONTE_CARLO_DRAWS_MAX)
    throw new ModelInputError("draws", `20 to ${MONTE_CARLO_DRAWS_MAX} draws are expected`);
  const result = (shares: readonly number[]): number =>
    numberAt(
      model.compute(new Input(ranges.reduce((at, range, index) => atShare(at, range, shares[index]!), input))),
      output,
    );
  const chance = createChance(seed);
  const sample = Array.from({ length: draws }, () => result(ranges.map(() => chance.next()))).sort((a, b) => a - b);
  const base = numberAt(model.compute(new Input(input)), output);
  const mean = sample.reduce((sum, one) => sum + one, 0) / draws;
  const variance = sample.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (draws - 1);
  const at = (share: number): number => sample[Math.min(draws - 1, Math.ceil(share * draws) - 1)]!;
  const shares = sobolShares(
    (factors) => result(factors.map(([one]) => one!)),
    ranges.map(() => 1),
    Math.max(2, Math.floor(draws / (ranges.length + 2))),
    seed,
  );
  return {
    output,
    base,
    mean,
    deviation: Math.sqrt(variance),
    quantiles: { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) },
    sameSign: sample.filter((one) => Math.sign(one) === Math.sign(base)).length / draws,
    shares: ranges.map(({ field }, index) => ({ field, ...shares[index]! })),
    draws,
    seed,
  };
}
