import { aggregate, aggregationOf, type Child } from "./hierarchy.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model } from "./model.ts";
import { borda, fractionOfMaximum, minMax, percentRank, rank, zScore } from "./normalisation.ts";
import { logShift, type OutlierLimits, passes, winsorise } from "./outliers.ts";
import { each, type Maybe, mean, present } from "./statistics.ts";

const EQUAL_SCORES = 1e-9;

type Indicator = {
  readonly code: string;
  readonly parent: string;
  readonly weight: number;
  readonly direction: number;
  readonly denominator?: string;
};
type Unit = { readonly code: string; readonly group: string | undefined; readonly values: ReadonlyMap<string, Maybe> };

function indicatorOf(input: Input): Indicator {
  const direction = input.integer("direction", 1);
  if (direction !== 1 && direction !== -1) throw new ModelInputError(input.at("direction"), "1 or -1 is expected");
  const denominator = input.has("denominator") ? { denominator: input.text("denominator") } : {};
  return {
    code: input.text("code"),
    parent: input.text("parent"),
    weight: input.number("weight", 1),
    direction,
    ...denominator,
  };
}

function groupOf(input: Input): Child {
  return {
    code: input.text("code"),
    parent: input.has("parent") ? input.text("parent") : null,
    weight: input.number("weight", 1),
  };
}

/** Values of a unit after division by their denominators; a denominator that is missing or 0 makes the value missing. */
function unitOf(input: Input, indicators: readonly Indicator[]): Unit {
  const values = input.object("values");
  const denominators = input.optionalObject("denominators");
  const denominated = indicators.map(({ code, denominator }) => {
    const value = values.optional(code) ?? null;
    if (value === null || denominator === undefined) return [code, value] as const;
    const divisor = denominators?.optional(denominator) ?? null;
    return [code, divisor === null || divisor === 0 ? null : value / divisor] as const;
  });
  return {
    code: input.text("code"),
    group: input.has("group") ? input.text("group") : undefined,
    values: new Map(denominated),
  };
}

function isAvailable(unit: Unit, options: Input | undefined): boolean {
  if (!options || options.oneOf("method", ["none", "availability"], "none") === "none") return true;
  const values = [...unit.values.values()];
  return present(values).length / values.length >= options.number("minimum");
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function impute(column: readonly Maybe[], units: readonly Unit[], options: Input | undefined): readonly Maybe[] {
  const method = options?.oneOf("method", ["none", "mean", "median", "groupMean"], "none") ?? "none";
  if (method === "none") return column;
  const fill = (group: string | undefined): Maybe => {
    const base = present(method === "groupMean" ? column.filter((_, index) => units[index]!.group === group) : column);
    if (base.length === 0) return null;
    return method === "median" ? median(base) : mean(base);
  };
  return column.map((value, index) => value ?? fill(units[index]!.group));
}

function limitsOf(options: Input | undefined): OutlierLimits | undefined {
  if (!options || options.oneOf("method", ["none", "winsoriseThenLog"], "none") === "none") return undefined;
  return {
    maximumPoints: options.integer("maximumPoints"),
    skewnessThreshold: options.number("skewnessThreshold"),
    kurtosisThreshold: options.number("kurtosisThreshold"),
  };
}

function treat(
  column: readonly Maybe[],
  limits: OutlierLimits | undefined,
): { readonly column: readonly Maybe[]; readonly treated: boolean } {
  if (!limits || passes(column, limits)) return { column, treated: false };
  const moved = winsorise(column, limits).values;
  return { column: passes(moved, limits) ? moved : logShift(column), treated: true };
}

const normalisations = [
  "minMax",
  "zScore",
  "borda",
  "rank",
  "percentRank",
  "scaled",
  "distanceToMaximum",
  "fractionOfMaximum",
] as const;

function normalise(column: readonly Maybe[], direction: number, options: Input): readonly Maybe[] {
  const directed = each(column, (value) => value * direction);
  const method = options.oneOf("method", normalisations);
  if (method === "minMax") return minMax(directed, options.number("lower"), options.number("upper"));
  if (method === "zScore") return zScore(directed, options.number("mean"), options.number("standardDeviation"));
  if (method === "scaled") return scaled(directed, options);
  if (method === "distanceToMaximum") return minMax(directed, 0, 1);
  if (method === "fractionOfMaximum") return fractionOfMaximum(directed);
  return { borda, rank, percentRank }[method](directed);
}

function scaled(column: readonly Maybe[], options: Input): readonly Maybe[] {
  const [lower, upper] = [options.number("lower"), options.number("upper")];
  return each(column, (value) => ((value - lower) / (upper - lower)) * options.number("factor", 1));
}

/** What does not exist, as the place of a value among equal ones, is missing and left out with its weight. */
function onlyFinite(column: readonly Maybe[]): readonly Maybe[] {
  return column.map((value) => (value !== null && Number.isFinite(value) ? value : null));
}

function ranksOf(scores: readonly Maybe[]): readonly Maybe[] {
  const all = present(scores);
  return each(scores, (score) => 1 + all.filter((other) => other > score + EQUAL_SCORES).length);
}

/** A composite index by the steps of the OECD/JRC handbook (2008): denominate, screen, impute, treat, normalise, aggregate. */
export const compositeIndex: Model = {
  name: "composite-index",
  about: "Composite index over units from indicators with missing values and outliers, to scores and ranks",
  compute: (input) => {
    const options = input.object("options");
    const indicators = input.objects("indicators").map(indicatorOf);
    const groups = input.objects("groups").map(groupOf);
    const top = groups.filter((group) => group.parent === null);
    if (top.length !== 1) throw new ModelInputError("groups", "exactly one group without a parent is expected");
    const all = input.objects("units").map((unit) => unitOf(unit, indicators));
    const units = all.filter((unit) => isAvailable(unit, options.optionalObject("screen")));
    const limits = limitsOf(options.optionalObject("treat"));
    const outcomes = indicators.map((one) => {
      const column = impute(
        units.map((unit) => unit.values.get(one.code) ?? null),
        units,
        options.optionalObject("impute"),
      );
      const { column: clean, treated } = treat(column, limits);
      return { code: one.code, treated, column: normalise(clean, one.direction, options.object("normalise")) };
    });
    const columns = new Map(outcomes.map((one) => [one.code, onlyFinite(one.column)]));
    const aggregation = aggregationOf(options.object("aggregate"));
    const scores = aggregate(top[0]!.code, columns, { indicators, groups }, aggregation);
    const ranks = ranksOf(scores);
    return {
      index: Object.fromEntries(units.map((unit, index) => [unit.code, scores[index] ?? null])),
      ranks: Object.fromEntries(units.map((unit, index) => [unit.code, ranks[index] ?? null])),
      dropped: all.filter((unit) => !units.includes(unit)).map((unit) => unit.code),
      treated: outcomes.filter((one) => one.treated).map((one) => one.code),
    };
  },
};
