import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";
import {
  bestPartitions,
  binarySegmentation,
  isLarger,
  optimalPartition,
  residuals,
  type SegmentCost,
} from "./segments.ts";
import { deviation, mean } from "./statistics.ts";

const OBSERVATIONS_MAX = 20_000;
/** The least variance of a segment, so that a constant stretch has a finite cost. */
const VARIANCE_LEAST = 1e-11;
/** Steps of the exact partition: observations squared, times changes. */
const STEPS_MAX = 2_000_000_000;
const KOLMOGOROV_TERMS = 100;
const methods = ["pelt", "binarySegmentation", "atMostOneChange", "cusum", "supremumF", "leastSquares"] as const;

function costOf(input: Input, series: readonly number[]): SegmentCost {
  const residual = residuals(series);
  const byMean = input.oneOf("cost", ["mean", "meanAndVariance"], "mean") === "mean";
  const plain: SegmentCost = (from, to) => {
    const r = residual(from, to);
    const m = to - from;
    return byMean ? r : m * (Math.log(2 * Math.PI) + Math.log(Math.max(r / m, VARIANCE_LEAST)) + 1);
  };
  const modified = input.object("penalty").text("kind") === "modifiedBic";
  return modified ? (from, to) => plain(from, to) + Math.log(to - from) : plain;
}

function penaltyOf(input: Input, n: number): number {
  const penalty = input.object("penalty");
  const kind = penalty.oneOf("kind", ["manual", "logN", "modifiedBic", "none", "aic", "bic", "hannanQuinn"]);
  if (kind === "none") return 0;
  if (kind === "manual") return penalty.number("value");
  if (kind === "logN") return penalty.number("factor") * Math.log(n);
  const byMean = input.oneOf("cost", ["mean", "meanAndVariance"], "mean") === "mean";
  if (kind === "modifiedBic") return (byMean ? 3 : 4) * Math.log(n);
  // A change adds its place and one parameter of the level, or two of level and spread.
  const parameters = byMean ? 2 : 3;
  if (kind === "aic") return 2 * parameters;
  return parameters * (kind === "bic" ? Math.log(n) : 2 * Math.log(Math.log(n)));
}

function leastLength(input: Input): number {
  const least = input.integer("minimumSegmentLength", input.text("cost", "mean") === "meanAndVariance" ? 2 : 1);
  const { length } = input.list("series");
  if (least < 1 || least > length)
    throw new ModelInputError("minimumSegmentLength", `1 to the ${length} observations are expected`);
  return least;
}

/** All that fit when the input names none; only the exact partition has to name them. */
function mostChanges(input: Input, n: number): number {
  const exact = input.text("method") === "leastSquares";
  const most = exact ? input.integer("maximumChanges") : Math.min(n, input.integer("maximumChanges", n));
  if (most < 0 || most > n)
    throw new ModelInputError("maximumChanges", `0 to ${n}, one for each observation, are expected`);
  if (exact && n ** 2 * (most + 1) > STEPS_MAX)
    throw new ModelInputError("maximumChanges", `fewer changes or a shorter series are expected`);
  return most;
}

function penalised(input: Input, series: readonly number[], method: (typeof methods)[number]): readonly number[] {
  const cost = costOf(input, series);
  const penalty = penaltyOf(input, series.length);
  const least = leastLength(input);
  if (method === "pelt") return optimalPartition(series.length, cost, penalty, least);
  const most = method === "atMostOneChange" ? 1 : mostChanges(input, series.length);
  return binarySegmentation(series.length, cost, penalty, least, most);
}

function kolmogorovTail(statistic: number): number {
  let total = 0;
  for (let j = 1; j <= KOLMOGOROV_TERMS; j++) total += (j % 2 === 1 ? 1 : -1) * Math.exp(-2 * j ** 2 * statistic ** 2);
  return Math.min(1, Math.max(0, 2 * total));
}

function cusum(input: Input, series: readonly number[]): Record<string, Result> & { changePoints: readonly number[] } {
  const average = mean(series);
  let running = 0;
  let best = { size: -1, location: 0 };
  for (const [index, value] of series.entries()) {
    running += value - average;
    if (isLarger(Math.abs(running), best.size)) best = { size: Math.abs(running), location: index + 1 };
  }
  const spread = deviation(series);
  // NOTE: a level series has no statistic, and nothing in it changes.
  if (!(spread > 0)) return { statistic: null, pValue: null, location: best.location, changePoints: [] };
  const statistic = best.size / (spread * Math.sqrt(series.length));
  const pValue = kolmogorovTail(statistic);
  const changePoints = pValue < input.number("significanceLevel", 0.05) ? [best.location] : [];
  return { statistic, pValue, location: best.location, changePoints };
}

function supremumF(
  input: Input,
  series: readonly number[],
): Record<string, Result> & { changePoints: readonly number[] } {
  const n = series.length;
  const residual = residuals(series);
  const edge = Math.max(1, Math.floor(input.number("trim", 0.15) * n));
  const whole = residual(0, n);
  let best = { statistic: Number.NEGATIVE_INFINITY, location: 0 };
  for (let k = edge; k <= n - edge; k++) {
    if (k === n) continue;
    const apart = residual(0, k) + residual(k, n);
    const statistic = (whole - apart) / (apart / (n - 2));
    if (isLarger(statistic, best.statistic)) best = { statistic, location: k };
  }
  const found = best.location > 0;
  return {
    statistic: Number.isFinite(best.statistic) ? best.statistic : null,
    location: found ? best.location : null,
    changePoints: found ? [best.location] : [],
  };
}

function leastSquares(
  input: Input,
  series: readonly number[],
): Record<string, Result> & { changePoints: readonly number[] } {
  const n = series.length;
  const partitions = bestPartitions(n, residuals(series), leastLength(input), mostChanges(input, n));
  const criteria = partitions.map((one, q) =>
    one ? n * (Math.log(one.cost / n) + 1 + Math.log(2 * Math.PI)) + 2 * (q + 1) * Math.log(n) : null,
  );
  const sizes = criteria.map((value) => value ?? Number.POSITIVE_INFINITY);
  const best = sizes.indexOf(Math.min(...sizes));
  return {
    residualSumOfSquares: partitions.map((one) => one?.cost ?? null),
    bayesianInformationCriterion: criteria.map((value) => (value !== null && Number.isFinite(value) ? value : null)),
    changePointsByCount: partitions.map((one) => one?.changes ?? null),
    changePoints: partitions[best]?.changes ?? [],
  };
}

function segmentMeans(series: readonly number[], changes: readonly number[]): readonly number[] {
  const bounds = [0, ...changes, series.length];
  return bounds.slice(1).map((to, index) => mean(series.slice(bounds[index], to)));
}

/** Change points: exact penalised segmentation (PELT's minimum, Killick 2012), binary segmentation, CUSUM, supremum F. */
export const changePoint: Model = {
  name: "change-point",
  about: "Where the level or spread of a series changes",
  compute: (input) => {
    const original = input.numbers("series");
    if (original.length < 1 || original.length > OBSERVATIONS_MAX)
      throw new ModelInputError("series", `1 to ${OBSERVATIONS_MAX} observations are expected`);
    const spread = input.boolean("standardise", false) ? deviation(original) : 1;
    // A level series, or a single observation, has no spread to divide by and stays as it is.
    const series = spread > 0 ? original.map((value) => value / spread) : original;
    const method = input.oneOf("method", methods);
    const found =
      method === "cusum"
        ? cusum(input, series)
        : method === "supremumF"
          ? supremumF(input, series)
          : method === "leastSquares"
            ? leastSquares(input, series)
            : { changePoints: penalised(input, series, method) };
    return { ...found, segmentMeans: segmentMeans(original, found.changePoints) };
  },
};
