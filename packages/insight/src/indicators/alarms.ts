import { changePoint } from "../models/change-point.ts";
import { Input } from "../models/input.ts";
import type { Indicator } from "./registry.ts";
import type { Series } from "./series.ts";

/** Why an indicator feeds the problem stream. */
export type Alarm = {
  readonly indicator: string;
  readonly unit: string;
  readonly period: string;
  readonly kind: "worse-than-before" | "out-of-line" | "change-point" | "cusum" | "gap";
  /** Share of the value before; robust standard deviations; observations before the change; statistic; percentage points. */
  readonly size: number;
  readonly source: string;
};

/** When a series raises an alarm; the defaults are ours. */
export type AlarmRule = {
  /** Share of the value before by which the latest is worse, from which it is an alarm. */
  readonly worse: number;
  /** Robust z of the latest change, in the bad direction, from which it is an alarm. */
  readonly robustZ: number;
  readonly significance: number;
};

export const usualAlarmRule: AlarmRule = { worse: 0.25, robustZ: 2, significance: 0.05 };

/** Scale of the median absolute deviation that makes it a standard deviation for a normal distribution. */
const NORMAL_SCALE = 1.4826;
/** Fewer values have no scale to speak of. */
const SCALE_LEAST = 4;
/** Tests of change need some observations on either side. */
const OBSERVATIONS_LEAST = 6;

/** Alarms of one series: a latest value that is much worse or out of line; a change point by PELT; a shift by CUSUM. */
export function alarmsOf(indicator: Indicator, series: Series, rule: AlarmRule = usualAlarmRule): readonly Alarm[] {
  const { points } = series;
  const last = points.at(-1);
  if (last === undefined || indicator.direction === 0) return [];
  const place = { indicator: indicator.code, unit: series.unit };
  const values = points.map(({ value }) => value);
  const steps = values.slice(1).map((value, at) => value - values[at]!);
  const z = robustZ(steps);
  const alarms: Alarm[] = [];
  const latest = { ...place, period: last.period, source: last.observation.source };
  const before = values.at(-2);
  const share = before === undefined || before === 0 ? 0 : (last.value - before) / Math.abs(before);
  if (share * indicator.direction <= -rule.worse) alarms.push({ ...latest, kind: "worse-than-before", size: share });
  if (z !== undefined && z * indicator.direction <= -rule.robustZ)
    alarms.push({ ...latest, kind: "out-of-line", size: z });
  if (values.length < OBSERVATIONS_LEAST) return alarms;
  const pelt = found(values, { method: "pelt", standardise: true, penalty: { kind: "modifiedBic" } });
  for (const at of pelt.changePoints)
    alarms.push({
      ...place,
      period: points[at]!.period,
      kind: "change-point",
      size: at,
      source: points[at]!.observation.source,
    });
  const cusum = found(values, { method: "cusum", significanceLevel: rule.significance });
  if (cusum.changePoints.length > 0)
    alarms.push({
      ...place,
      period: points[cusum.changePoints[0]!]?.period ?? last.period,
      kind: "cusum",
      size: cusum.statistic ?? 0,
      source: last.observation.source,
    });
  return alarms;
}

/** One unit behind another in one period, for a growth gap as S3 tells it; undefined when it is not behind. */
export function gapAlarm(indicator: Indicator, own: Series, other: Series, period: string): Alarm | undefined {
  const [mine, theirs] = [own, other].map(({ points }) => points.find((point) => point.period === period));
  if (!mine || !theirs) return undefined;
  const size = (mine.value - theirs.value) * indicator.direction;
  if (size >= 0) return undefined;
  const source = [...new Set([mine.observation.source, theirs.observation.source])].join(", ");
  return { indicator: indicator.code, unit: own.unit, period, kind: "gap", size, source };
}

function found(series: readonly number[], options: object): { changePoints: readonly number[]; statistic?: number } {
  return changePoint.compute(new Input({ series, ...options })) as { changePoints: number[]; statistic?: number };
}

/** How far the last value lies from the median of those before it, in median absolute deviations. */
export function robustZ(values: readonly number[]): number | undefined {
  const last = values.at(-1);
  const before = values.slice(0, -1);
  if (last === undefined || before.length < SCALE_LEAST) return undefined;
  const centre = median(before);
  const spread = NORMAL_SCALE * median(before.map((value) => Math.abs(value - centre)));
  return spread === 0 ? undefined : (last - centre) / spread;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
