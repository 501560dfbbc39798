import { copeland, means, outranking, weightedMean } from "./aggregation.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";
import { borda, minMax, percentRank, rank, zScore } from "./normalisation.ts";
import { logShift, winsorise } from "./outliers.ts";
import { deviation, each, excessKurtosis, extremes, type Maybe, present, skewness, sum } from "./statistics.ts";

type Answer = Readonly<Record<string, Result>>;

function valuesOf(input: Input, name = "values"): readonly Maybe[] {
  return input.list(name).map((value, index) => {
    if (value === null || (typeof value === "number" && Number.isFinite(value))) return value;
    throw new ModelInputError(`${name}[${index}]`, "a number or null is expected");
  });
}

function rowsOf(input: Input): readonly (readonly number[])[] {
  const rows = input.list("rows");
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return rows.map((row, index) => {
    const isFull = Array.isArray(row) && row.length === width && row.every((cell) => typeof cell === "number");
    if (isFull) return row as readonly number[];
    throw new ModelInputError(`rows[${index}]`, `a row of ${width} numbers is expected`);
  });
}

function finite(values: readonly Maybe[]): Answer {
  return { values: values.map((value) => (value !== null && Number.isFinite(value) ? value : null)) };
}

function single(value: number): Answer {
  return { value: Number.isFinite(value) ? value : null };
}

function toReference(input: Input, values: readonly Maybe[]): Answer {
  const reference = values[input.integer("referenceIndex")] ?? null;
  if (reference === null)
    throw new ModelInputError("referenceIndex", "the place of a value that is present is expected");
  const { least } = extremes(present(values));
  const most = input.boolean("cap", false) ? 1 : Number.POSITIVE_INFINITY;
  return finite(each(values, (x) => Math.min(most, 1 - (reference - x) / (reference - least))));
}

function toTarget(input: Input, values: readonly Maybe[]): Answer {
  const target = input.number("target");
  const { least, most } = extremes(present(values));
  const top = input.boolean("cap", false) ? 1 : Number.POSITIVE_INFINITY;
  const upwards = input.integer("direction", 1) === 1;
  return finite(
    each(values, (x) => Math.min(top, upwards ? (x - least) / (target - least) : (most - x) / (most - target))),
  );
}

function goalposts(input: Input, values: readonly Maybe[]): Answer {
  const [lower, upper, factor] = [input.number("lower"), input.number("upper"), input.number("factor", 1)];
  const upwards = input.integer("direction", 1) === 1;
  const share = (x: number): number => (upwards ? (x - lower) / (upper - lower) : (x - upper) / (lower - upper));
  return finite(each(values, (x) => Math.min(1, Math.max(0, share(x))) * factor));
}

function growth(input: Input): Answer {
  const times = input.numbers("times");
  const points = valuesOf(input)
    .flatMap((value, index) => (value === null || times[index] === undefined ? [] : [{ value, time: times[index] }]))
    .sort((a, b) => a.time - b.time);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.time === last.time)
    throw new ModelInputError("times", "two values at different times are expected");
  return single((last.value / first.value) ** (1 / (last.time - first.time)) - 1);
}

function cronbachAlpha(input: Input): Answer {
  const rows = rowsOf(input);
  const k = rows[0]?.length ?? 0;
  const column = (index: number): readonly number[] => rows.map((row) => row[index]!);
  const variances = sum(Array.from({ length: k }, (_, index) => deviation(column(index)) ** 2));
  const whole = deviation(rows.map(sum)) ** 2;
  return single((k / (k - 1)) * (1 - variances / whole));
}

function weightsOf(input: Input, count: number): readonly number[] {
  if (!input.has("weights")) return Array.from({ length: count }, () => 1);
  const weights = input.numbers("weights");
  if (weights.length !== count) throw new ModelInputError("weights", `${count} numbers are expected`);
  return weights;
}

function byRows(input: Input, name: "outranking" | "copeland"): Answer {
  const rows = rowsOf(input);
  const weights = weightsOf(input, rows[0]?.length ?? 0);
  return name === "outranking" ? { matrix: outranking(rows, weights) } : { values: copeland(rows, weights) };
}

function scaled(input: Input, values: readonly Maybe[]): Answer {
  const [lower, upper, factor] = [input.number("lower"), input.number("upper"), input.number("factor", 1)];
  return finite(each(values, (x) => ((x - lower) / (upper - lower)) * factor));
}

function treated(input: Input, values: readonly Maybe[]): Answer {
  const limits = {
    maximumPoints: input.integer("maximumPoints"),
    skewnessThreshold: input.number("skewnessThreshold"),
    kurtosisThreshold: input.number("kurtosisThreshold"),
  };
  return { ...winsorise(values, limits) };
}

const functions: ReadonlyMap<string, (input: Input, values: readonly Maybe[]) => Answer> = new Map(
  Object.entries({
    minMax: (input, values) => finite(minMax(values, input.number("lower"), input.number("upper"))),
    scaled,
    zScore: (input, values) => finite(zScore(values, input.number("mean"), input.number("standardDeviation"))),
    rank: (_, values) => finite(rank(values)),
    borda: (_, values) => finite(borda(values)),
    percentRank: (_, values) => finite(percentRank(values)),
    distanceToMaximum: (_, values) => {
      const { least, most } = extremes(present(values));
      return finite(each(values, (x) => 1 - (most - x) / (most - least)));
    },
    fractionOfMaximum: (_, values) => finite(each(values, (x) => x / extremes(present(values)).most)),
    distanceToReference: toReference,
    distanceToTarget: toTarget,
    goalposts,
    skewness: (_, values) => single(skewness(present(values))),
    excessKurtosis: (_, values) => single(excessKurtosis(present(values))),
    winsorise: treated,
    logShift: (_, values) => finite(logShift(values)),
    compoundAnnualGrowthRate: growth,
    ...Object.fromEntries(
      means.map((name) => [
        name,
        (input: Input, values: readonly Maybe[]) => ({
          value: weightedMean(name, values, weightsOf(input, values.length)),
        }),
      ]),
    ),
  }),
);

/** Single steps of a composite index (OECD/JRC handbook 2008; COINr). */
export const compositeFunctions: Model = {
  name: "composite-functions",
  about: "Single steps of a composite index: normalisation, outliers, aggregation, ranking, reliability",
  compute: (input) => {
    const name = input.text("function");
    if (name === "outranking" || name === "copeland") return byRows(input, name);
    if (name === "cronbachAlpha") return cronbachAlpha(input);
    const step = functions.get(name);
    if (!step)
      throw new ModelInputError(
        "function",
        `one of ${[...functions.keys(), "outranking", "copeland", "cronbachAlpha"].join(", ")} is expected`,
      );
    return step(input, valuesOf(input));
  },
};
