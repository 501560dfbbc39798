import type { Indicator, Observation } from "./registry.ts";
import { seriesOf } from "./series.ts";
import { type IndexUncertainty, indexUncertainty } from "./uncertainty.ts";
import type { IndexInput } from "./variation.ts";

/** Which units are compared by which indicators in which period. */
export type LeaguePlan = {
  readonly period: string;
  readonly indicators: readonly string[];
  readonly units: readonly string[];
  readonly draws: number;
  readonly seed: number;
};

export type League = IndexUncertainty & {
  readonly period: string;
  readonly indicators: readonly string[];
  /** Units without all the figures; nothing is imputed. */
  readonly leftOut: readonly string[];
  /** Figures the league rests on. */
  readonly observations: readonly Observation[];
};

/** Equal weights, min-max on 1 to 100, arithmetic mean: the plainest index; the interval tells what that choice does. */
export function leagueOf(all: readonly Observation[], registry: readonly Indicator[], plan: LeaguePlan): League {
  const cells = plan.units.map((unit) => ({
    unit,
    found: plan.indicators.map((indicator) =>
      seriesOf(all, indicator, unit).points.find(({ period }) => period === plan.period),
    ),
  }));
  const complete = cells.filter(({ found }) => found.every((point) => point !== undefined));
  const input: IndexInput = {
    indicators: plan.indicators.map((code) => ({ code, parent: "league", direction: directionOf(registry, code) })),
    groups: [{ code: "league" }],
    units: complete.map(({ unit, found }) => ({
      code: unit,
      values: Object.fromEntries(plan.indicators.map((code, at) => [code, found[at]!.value])),
    })),
    options: { normalise: { method: "minMax", lower: 1, upper: 100 }, aggregate: { method: "arithmeticMean" } },
  };
  return {
    ...indexUncertainty(input, plan),
    period: plan.period,
    indicators: plan.indicators,
    leftOut: cells.filter((cell) => !complete.includes(cell)).map(({ unit }) => unit),
    observations: complete.flatMap(({ found }) => found.map((point) => point!.observation)),
  };
}

function directionOf(registry: readonly Indicator[], code: string): number {
  return registry.find((one) => one.code === code)?.direction || 1;
}
