import { ModelInputError } from "../models/input.ts";

/** A composite index as the model `composite-index` takes it. */
export type IndexInput = {
  readonly indicators: readonly {
    readonly code: string;
    readonly weight?: number;
    readonly [field: string]: unknown;
  }[];
  readonly groups: readonly { readonly code: string; readonly weight?: number; readonly [field: string]: unknown }[];
  readonly units: readonly { readonly code: string; readonly [field: string]: unknown }[];
  readonly options: {
    readonly treat?: { readonly method: string; readonly [field: string]: unknown };
    readonly normalise: { readonly method: string; readonly [field: string]: unknown };
    readonly aggregate: { readonly method: string };
    readonly [field: string]: unknown;
  };
};

/** The choices that are varied, each by a list of alternatives or a spread (OECD/JRC handbook, step 7). */
export type Variation = {
  readonly maximumPoints: readonly number[];
  readonly normalise: readonly IndexInput["options"]["normalise"][];
  /** Weights are multiplied by a draw from 1 − spread to 1 + spread. */
  readonly weightSpread: number;
  readonly aggregate: readonly string[];
};

export const usualVariation: Variation = {
  maximumPoints: [1, 2, 3, 4, 5],
  normalise: [
    { method: "minMax", lower: 1, upper: 100 },
    { method: "zScore", mean: 10, standardDeviation: 2 },
  ],
  weightSpread: 0.25,
  aggregate: ["arithmeticMean", "geometricMean"],
};

export const choices = ["maximumPoints", "normalise", "weights", "aggregate"] as const;
export type Choice = (typeof choices)[number];

/** One point of the variation: a number in [0, 1) for each choice, and numbers for the weights. */
export type VariationPoint = { readonly at: Readonly<Record<Choice, number>>; readonly weights: readonly number[] };

/** The index with the choices of one point. Weights are in the order indicators, then groups. */
export function varied(input: IndexInput, variation: Variation, { at, weights }: VariationPoint): IndexInput {
  const { maximumPoints, normalise, weightSpread, aggregate } = variation;
  if (normalise.length === 0 || aggregate.length === 0 || maximumPoints.length === 0)
    throw new ModelInputError("variation", "at least one alternative of each choice is expected");
  const pick = <Item>(items: readonly Item[], share: number): Item => items[Math.floor(share * items.length)]!;
  const factor = (index: number): number => 1 + weightSpread * (2 * weights[index]! - 1);
  const { treat } = input.options;
  return {
    ...input,
    indicators: input.indicators.map((one, index) => ({ ...one, weight: (one.weight ?? 1) * factor(index) })),
    groups: input.groups.map((one, index) => ({
      ...one,
      weight: (one.weight ?? 1) * factor(input.indicators.length + index),
    })),
    options: {
      ...input.options,
      ...(treat === undefined || treat.method === "none"
        ? {}
        : { treat: { ...treat, maximumPoints: pick(maximumPoints, at.maximumPoints) } }),
      normalise: pick(normalise, at.normalise),
      aggregate: { method: pick(aggregate, at.aggregate) },
    },
  };
}
