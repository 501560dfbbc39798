/** A value that may be missing; statistics are over the values present. */
export type Maybe = number | null;

export function present(values: readonly Maybe[]): readonly number[] {
  return values.filter((value) => value !== null);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Equal values have themselves as their mean, to the last bit: what does not vary shows no spread of rounding. */
export function mean(values: readonly number[]): number {
  const { least, most } = extremes(values);
  return least === most ? least : sum(values) / values.length;
}

/** Standard deviation with divisor n − 1. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

export function extremes(values: readonly number[]): { readonly least: number; readonly most: number } {
  return {
    least: values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    most: values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
}

/** Applies a function to the values present and leaves the missing ones missing. */
export function each(values: readonly Maybe[], change: (value: number) => number): readonly Maybe[] {
  return values.map((value) => (value === null ? null : change(value)));
}

function powers(values: readonly number[]): { n: number; second: number; third: number; fourth: number } {
  const centre = mean(values);
  const power = (exponent: number): number => sum(values.map((value) => (value - centre) ** exponent));
  return { n: values.length, second: power(2), third: power(3), fourth: power(4) };
}

/** Bias-adjusted (type 2, spreadsheet) skewness. */
export function skewness(values: readonly number[]): number {
  const { n, second, third } = powers(values);
  return ((Math.sqrt(n) * third) / second ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
}

/** Bias-adjusted (type 2, spreadsheet) excess kurtosis; of fewer than four values there is none. */
export function excessKurtosis(values: readonly number[]): number {
  if (values.length < 4) return Number.NaN;
  const { n, second, fourth } = powers(values);
  const raw = (n * fourth) / second ** 2 - 3;
  return (((n + 1) * raw + 6) * (n - 1)) / ((n - 2) * (n - 3));
}

/** Number of values that are smaller, for each value present. */
export function smaller(values: readonly Maybe[]): readonly Maybe[] {
  const all = present(values);
  return each(values, (value) => all.filter((other) => other < value).length);
}
