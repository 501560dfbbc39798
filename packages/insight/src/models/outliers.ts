import { each, excessKurtosis, extremes, type Maybe, present, skewness } from "./statistics.ts";

/** When a list counts as free of outliers, and how many of its points may be moved (OECD/JRC handbook; COINr). */
export type OutlierLimits = {
  readonly maximumPoints: number;
  readonly skewnessThreshold: number;
  readonly kurtosisThreshold: number;
};

/** Equal values, and fewer than three, have no skewness: nothing lies out. */
export function passes(values: readonly Maybe[], limits: OutlierLimits): boolean {
  const all = present(values);
  if (!Number.isFinite(skewness(all))) return true;
  return Math.abs(skewness(all)) < limits.skewnessThreshold || excessKurtosis(all) < limits.kurtosisThreshold;
}

/** Moves the extreme values to the next value present until the list passes or the points are used up. */
export function winsorise(
  values: readonly Maybe[],
  limits: OutlierLimits,
): { readonly values: readonly Maybe[]; readonly pointsMoved: number } {
  let current = values;
  const moved = { upper: 0, lower: 0 };
  while (!passes(current, limits) && moved.upper + moved.lower < limits.maximumPoints) {
    const all = present(current);
    const { least, most } = extremes(all);
    const upper = skewness(all) >= 0;
    const extreme = upper ? most : least;
    const rest = extremes(all.filter((value) => value !== extreme));
    moved[upper ? "upper" : "lower"] = all.filter((value) => value === extreme).length;
    current = each(current, (value) => (value === extreme ? (upper ? rest.most : rest.least) : value));
  }
  return { values: current, pointsMoved: moved.upper + moved.lower };
}

const SHIFT = 0.01;

/** ln(x − min + 1 % of the range): the transformation of last resort. */
export function logShift(values: readonly Maybe[]): readonly Maybe[] {
  const { least, most } = extremes(present(values));
  return each(values, (value) => Math.log(value - least + SHIFT * (most - least)));
}
