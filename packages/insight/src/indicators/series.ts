import type { Observation } from "./registry.ts";

/** One point of a series that may be computed with. */
export type SeriesPoint = { readonly period: string; readonly value: number; readonly observation: Observation };

/** The figures of one indicator and unit: those to compute with, and those that are only shown. */
export type Series = {
  readonly indicator: string;
  readonly unit: string;
  readonly points: readonly SeriesPoint[];
  /** Unknown, in another unit or of part of a period. */
  readonly leftOut: readonly Observation[];
};

/** Figures that contradict each other: one indicator, unit and period, more than one value. */
export type FigureConflict = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly observations: readonly Observation[];
};

/** A series in order of period. Where figures conflict the last listed is computed with, and the conflict stands beside. */
export function seriesOf(observations: readonly Observation[], indicator: string, unit: string): Series {
  const own = observations.filter((one) => one.indicator === indicator && one.unit === unit);
  const byPeriod = new Map<string, SeriesPoint>();
  for (const observation of own) {
    const { period, value } = observation;
    if (isUsable(observation) && value !== null) byPeriod.set(period, { period, value, observation });
  }
  const points = [...byPeriod.values()].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  return { indicator, unit, points, leftOut: own.filter((one) => !isUsable(one)) };
}

export function conflictsOf(observations: readonly Observation[]): readonly FigureConflict[] {
  const groups = Map.groupBy(
    observations.filter(({ value }) => value !== null),
    ({ indicator, unit, period }) => JSON.stringify([indicator, unit, period]),
  );
  return [...groups.values()].flatMap((group) => {
    if (new Set(group.map(({ value }) => value)).size < 2) return [];
    const { indicator, unit, period } = group[0]!;
    return [{ indicator, unit, period, observations: group }];
  });
}

function isUsable({ usable, value }: Observation): boolean {
  return usable !== false && value !== null;
}
