import type { CapacityAnswer, Figure, LineForecast } from "@twinline/api";
import { instantText, type Line } from "@twinline/zone";
import { together } from "../database.ts";
import type { ZoneNode } from "../node.ts";
import { advise, type Queue, waitNow } from "./forecast.ts";
import { countOfLine } from "./line-count.ts";
import {
  countPassages,
  firstSince,
  type LaneCount,
  type LaneGaps,
  laneGaps,
  type QueueRow,
  queueCounts,
} from "./queries.ts";
import type { Settings } from "./settings.ts";

/** A lane that passed somebody in so many minutes is open, and rates are those of these minutes. */
export const SPAN_MINUTES = 15;
/** The forecast is for somebody who joins the line after so many minutes: the time in which lanes can be manned. */
export const HORIZON_MINUTES = 30;
/** Fewer times between passages say nothing about a lane. */
export const GAPS_MIN = 30;
const HOUR_SECONDS = 3_600;
const DAY_HOURS = 24;

/** What a forecast looks at. */
export type Seen = {
  readonly nowMs: number;
  readonly lanes: readonly LaneCount[];
  readonly gaps: readonly LaneGaps[];
  readonly counts: readonly QueueRow[];
  readonly targetSeconds: number;
};

/** Passages of the last day by hour: a picture of a day may be a minute old. */
export async function readHours({
  database,
  effects,
}: Pick<ZoneNode, "database" | "effects">): Promise<CapacityAnswer["hours"]> {
  const first = await firstSince(database, effects.now().subtract({ hours: DAY_HOURS }));
  const { flow } = await countPassages(database, first, HOUR_SECONDS);
  return [...Map.groupBy(flow, ({ bucket }) => bucket)]
    .toSorted(([a], [b]) => a - b)
    .map(([bucket, rows]) => ({
      at: instantText(bucket * HOUR_SECONDS * 1_000),
      passages: rows.reduce((sum, { n }) => sum + n, 0),
    }));
}

/** Waits of every line of the side's gates, and what would shorten them. */
export async function readCapacity(
  { database, effects }: Pick<ZoneNode, "database" | "effects">,
  settings: Settings,
): Promise<Omit<CapacityAnswer, "may" | "hours">> {
  const now = effects.now();
  const first = await firstSince(database, now.subtract({ minutes: SPAN_MINUTES }));
  const [{ lanes }, gaps, counts] = await together([
    countPassages(database, first, SPAN_MINUTES * 60),
    laneGaps(database, first),
    queueCounts(database),
  ]);
  const targetSeconds = settings.targetWaitMinutes.value * 60;
  const seen: Seen = { nowMs: now.epochMilliseconds, lanes, gaps, counts, targetSeconds };
  return {
    asOf: instantText(now.epochMilliseconds),
    spanMinutes: SPAN_MINUTES,
    horizonMinutes: HORIZON_MINUTES,
    targetMinutes: settings.targetWaitMinutes.value,
    lines: settings.lines.map((line) => forecastLine(line, seen)),
  };
}

/** One line: what is known of it, and the forecast where enough is known. */
export function forecastLine({ gate, line, lanes, seconds }: Line, seen: Seen): LineForecast {
  const own = new Set(lanes);
  const passed = seen.lanes.filter((one) => one.gate === gate && own.has(one.lane));
  const open = new Set(passed.map(({ lane }) => lane)).size;
  const passedPerHour = passed.reduce((sum, { n }) => sum + n, 0) * (60 / SPAN_MINUTES);
  const count = countOfLine({ gate, line, lanes }, seen.counts, open, seen.nowMs);
  const isFresh = count?.told.isFresh === true;
  const waiting = isFresh ? count.told.people : 0;
  const service = serviceOf(
    seen.gaps.filter((one) => one.gate === gate && own.has(one.lane)),
    seconds,
    waiting >= open && open > 0,
  );
  const arrivingPerHour = Math.max(0, Math.round(passedPerHour + (isFresh ? count.growthPerHour : 0)));
  const known = {
    gate,
    line,
    lanes: lanes.length,
    open,
    passedPerHour,
    arrivingPerHour,
    ...(count === undefined ? {} : { waiting: count.told }),
    ...service,
  };
  if (service.seconds === undefined || open === 0) return { ...known, options: [] };
  const queue: Queue = {
    waiting,
    arrivalsPerSecond: arrivingPerHour / HOUR_SECONDS,
    seconds: service.seconds.value,
    variation: service.variation.value,
  };
  return { ...known, ...forecastOf(queue, open, lanes.length, isFresh, seen.targetSeconds) };
}

function forecastOf(queue: Queue, open: number, lanes: number, isCounted: boolean, target: number) {
  const { forecastSeconds, options, advised, spread } = advise(queue, open, lanes, target, HORIZON_MINUTES * 60);
  const rounded = ({ lanes: n, waitSeconds }: { lanes: number; waitSeconds: number }) => ({
    lanes: n,
    waitSeconds: Math.round(waitSeconds),
  });
  const nowSeconds = waitNow(queue, open, isCounted);
  return {
    utilisationPercent: Math.round((queue.arrivalsPerSecond * queue.seconds * 100) / open),
    ...(nowSeconds === undefined ? {} : { nowSeconds: Math.round(nowSeconds) }),
    forecastSeconds: Math.round(forecastSeconds),
    options: options.map(rounded),
    ...(advised === undefined ? {} : { advised: rounded(advised) }),
    ...(spread === undefined ? {} : { spread: { ...spread, waitSeconds: Math.round(spread.waitSeconds) } }),
  };
}

/**
 * Seconds for one person. While people stand before every open lane, the time between two passages is that of the service; at
 * other times it holds waiting for somebody to come, and the zone's figure is taken.
 */
function serviceOf(
  gaps: readonly LaneGaps[],
  seconds: Line["seconds"],
  isBusy: boolean,
): { seconds?: Figure; variation: Figure } {
  const n = gaps.reduce((sum, one) => sum + one.n, 0);
  if (isBusy && n >= GAPS_MIN) {
    const mean = gaps.reduce((sum, one) => sum + one.mean * one.n, 0) / n;
    const variance = gaps.reduce((sum, one) => sum + one.variance * one.n, 0) / n;
    return {
      seconds: { value: Math.round(mean * 10) / 10, basis: "observed" },
      variation: { value: Math.round((variance / mean ** 2) * 100) / 100, basis: "observed" },
    };
  }
  const variation: Figure = { value: 1, basis: "assumed" };
  return seconds === undefined ? { variation } : { seconds: { ...seconds, basis: "file" }, variation };
}
