import { type Input, ModelInputError } from "./input.ts";
import type { Model } from "./model.ts";
import { extremes } from "./statistics.ts";

function changesOf(input: Input): readonly number[] {
  const series = input.numbers("series");
  const change = input.oneOf("change", ["percentage", "difference", "none"]);
  if (change === "none") return series;
  const steps = series.slice(1).map((next, index) => next - series[index]!);
  if (change === "difference") return steps;
  return steps.map((step, index) => {
    if (series[index] === 0)
      throw new ModelInputError(`series[${index}]`, "a value other than 0 is expected for a percentage change");
    return (100 * step) / series[index]!;
  });
}

/** Unbiased sample L-moments l1 to l4 by probability-weighted moments (Hosking 1990). */
function lMoments(sorted: readonly number[]): readonly [number, number, number, number] {
  const n = sorted.length;
  const b = [0, 0, 0, 0];
  for (const [index, value] of sorted.entries()) {
    let weight = 1;
    for (let order = 0; order < 4; order++) {
      if (order > 0) weight *= (index + 1 - order) / (n - order);
      b[order]! += (weight * value) / n;
    }
  }
  const [b0, b1, b2, b3] = b as [number, number, number, number];
  return [b0, 2 * b1 - b0, 6 * b2 - 6 * b1 + b0, 20 * b3 - 30 * b2 + 12 * b1 - b0];
}

/** Share of the largest change below which a spread is the rounding of doubles: changes of 10 % differ by 1e-15. */
const ROUNDING = 1e-12;

/** How far the changes spread beyond rounding: the ratios to a spread of none do not exist. */
function spreads(changes: readonly number[]): boolean {
  const { least, most } = extremes(changes);
  return most - least > ROUNDING * Math.max(Math.abs(least), Math.abs(most));
}

function gini(sizes: readonly number[]): number {
  const n = sizes.length;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return 0;
  const weighted = sizes.reduce((sum, size, index) => sum + (index + 1) * size, 0);
  return (2 * weighted) / (n * total) - (n + 1) / n;
}

function excessKurtosis(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const moment = (power: number): number =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  return moment(4) / moment(2) ** 2 - 3;
}

/** How punctuated a series of policy outputs is (Baumgartner and Jones): long still times and sudden leaps. */
export const punctuation: Model = {
  name: "punctuation",
  about: "L-kurtosis and Gini coefficient of the changes of a series of policy outputs",
  compute: (input) => {
    const changes = changesOf(input);
    if (changes.length === 0) throw new ModelInputError("series", "at least one change is expected");
    const ascending = (a: number, b: number): number => a - b;
    const moments = lMoments([...changes].sort(ascending));
    const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
    const ratio = (value: number): number | null => (spreads(changes) ? finite(value) : null);
    return {
      numberOfChanges: changes.length,
      changes,
      lMoments: moments.map(finite),
      lSkewness: ratio(moments[2] / moments[1]),
      lKurtosis: ratio(moments[3] / moments[1]),
      giniOfAbsoluteChanges: gini(changes.map(Math.abs).sort(ascending)),
      excessKurtosis: ratio(excessKurtosis(changes)),
    };
  },
};
