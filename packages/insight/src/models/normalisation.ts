import { deviation, each, extremes, type Maybe, mean, present, smaller } from "./statistics.ts";

export function minMax(values: readonly Maybe[], lower: number, upper: number): readonly Maybe[] {
  const { least, most } = extremes(present(values));
  return each(values, (value) => ((value - least) / (most - least)) * (upper - lower) + lower);
}

export function zScore(values: readonly Maybe[], centre: number, spread: number): readonly Maybe[] {
  const all = present(values);
  const average = mean(all);
  const scale = deviation(all);
  return each(values, (value) => ((value - average) / scale) * spread + centre);
}

export function fractionOfMaximum(values: readonly Maybe[]): readonly Maybe[] {
  const { most } = extremes(present(values));
  return each(values, (value) => value / most);
}

export const borda = smaller;

/** 1 for the smallest value; equal values share the smallest place. */
export function rank(values: readonly Maybe[]): readonly Maybe[] {
  return each(smaller(values), (below) => below + 1);
}

export function percentRank(values: readonly Maybe[]): readonly Maybe[] {
  const count = present(values).length;
  return each(smaller(values), (below) => below / (count - 1));
}
