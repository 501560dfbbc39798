import { compositeIndex } from "../models/composite-index.ts";
import { Input, ModelInputError } from "../models/input.ts";
import { type SobolPoint, type SobolShare, sobolShares } from "../models/sobol.ts";
import {
  type Choice,
  choices,
  type IndexInput,
  usualVariation,
  type Variation,
  type VariationPoint,
  varied,
} from "./variation.ts";

export const DRAWS_MAX = 20_000;

/** A unit's place in the league: nominal, median and the interval that holds nine draws in ten. */
export type RankInterval = {
  readonly unit: string;
  readonly index: number | null;
  readonly rank: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
};

/** How much of the variance of the mean shift of ranks comes from a choice alone, and with its interactions. */
export type ChoiceShare = SobolShare & { readonly choice: Choice };

export type IndexUncertainty = {
  readonly ranks: readonly RankInterval[];
  readonly choices: readonly ChoiceShare[];
  readonly draws: number;
  readonly seed: number;
  readonly variation: Variation;
};

/**
 * Varies the choices of an index and tells what they do to the ranks: median and 5–95 % interval by unit, Sobol shares by
 * choice (Saltelli 2010, Jansen 1999). The same seed gives the same answer.
 *
 * @throws ModelInputError as `composite-index` does, or when `draws` is out of bounds
 */
export function indexUncertainty(
  input: IndexInput,
  { draws, seed, variation = usualVariation }: { draws: number; seed: number; variation?: Variation },
): IndexUncertainty {
  const size = Math.floor(draws / (choices.length + 2));
  if (size < 2 || draws > DRAWS_MAX)
    throw new ModelInputError("draws", `${2 * (choices.length + 2)} to ${DRAWS_MAX} draws are expected`);
  const nominal = scoresOf(input);
  const units = Object.keys(nominal.ranks);
  const weightCount = input.indicators.length + input.groups.length;
  const samples = new Map(units.map((unit) => [unit, [] as number[]]));
  const shift = (point: SobolPoint): number => {
    const { ranks } = scoresOf(varied(input, variation, pointOf(point)));
    for (const unit of units) samples.get(unit)!.push(ranks[unit] ?? units.length);
    const moved = units.map((unit) => Math.abs((ranks[unit] ?? units.length) - nominal.ranks[unit]!));
    return moved.reduce((sum, one) => sum + one, 0) / units.length;
  };
  const widths = choices.map((choice) => (choice === "weights" ? weightCount : 1));
  const shares = sobolShares(shift, widths, size, seed);
  return {
    ranks: units
      .map((unit) => intervalOf(unit, nominal, samples.get(unit)!))
      .sort((a, b) => a.rank - b.rank || (a.unit < b.unit ? -1 : 1)),
    choices: choices.map((choice, index) => ({ choice, ...shares[index]! })),
    draws: size * (choices.length + 2),
    seed,
    variation,
  };
}

type Scores = { readonly index: Record<string, number | null>; readonly ranks: Record<string, number> };

function scoresOf(input: IndexInput): Scores {
  return compositeIndex.compute(new Input(input)) as Scores;
}

function intervalOf(unit: string, { index, ranks }: Scores, sample: readonly number[]): RankInterval {
  const sorted = [...sample].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { unit, index: index[unit] ?? null, rank: ranks[unit]!, median: at(0.5), low: at(0.05), high: at(0.95) };
}

/** All weights together are one choice. */
function pointOf(point: SobolPoint): VariationPoint {
  const at = choices.map((choice, index) => [choice, point[index]![0]!] as const);
  return { at: Object.fromEntries(at) as Record<Choice, number>, weights: point[choices.indexOf("weights")]! };
}
