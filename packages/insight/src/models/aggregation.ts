import { type Maybe, sum } from "./statistics.ts";

export const means = ["arithmeticMean", "geometricMean", "harmonicMean"] as const;
export type MeanName = (typeof means)[number];

/** Weighted mean of the values present; a missing one is left out together with its weight. Null when nothing is left. */
export function weightedMean(name: MeanName, values: readonly Maybe[], weights: readonly number[]): Maybe {
  const pairs = values.flatMap((value, index) => (value === null ? [] : [{ value, weight: weights[index] ?? 1 }]));
  if (pairs.length === 0) return null;
  const weight = sum(pairs.map((pair) => pair.weight));
  const over = (term: (value: number) => number): number => sum(pairs.map((pair) => pair.weight * term(pair.value)));
  const result =
    name === "arithmeticMean"
      ? over((x) => x) / weight
      : name === "geometricMean"
        ? Math.exp(over(Math.log) / weight)
        : weight / over((x) => 1 / x);
  return Number.isFinite(result) ? result : null;
}

/** Share of the weights by which each unit beats each other one; equal values share their weight. */
export function outranking(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
): readonly (readonly number[])[] {
  const total = sum(weights);
  const won = (a: readonly number[], b: readonly number[]): number =>
    sum(
      weights.map(
        (weight, column) => (weight / total) * (a[column]! > b[column]! ? 1 : a[column] === b[column] ? 0.5 : 0),
      ),
    );
  return rows.map((a, i) => rows.map((b, j) => (i === j ? 0 : won(a, b))));
}

/** Places by which a sum of weights may differ from one half and still be a tie of doubles. */
const TIE = 1e-12;

export function copeland(rows: readonly (readonly number[])[], weights: readonly number[]): readonly number[] {
  return outranking(rows, weights).map((row, a) =>
    sum(row.map((share, b) => (a === b || Math.abs(share - 0.5) <= TIE ? 0 : share > 0.5 ? 1 : -1))),
  );
}
