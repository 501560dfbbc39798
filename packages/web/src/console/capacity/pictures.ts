import { axisX, axisY, barY, gridY, text as marks, ruleY } from "@observablehq/plot";
import type { CapacityAnswer, LineForecast } from "@twinline/api";
import { formatInteger, formatTime, type Locale } from "../../format/index.ts";
import type { PlotOptions } from "../lab/Picture.tsx";

const MINUTE = 60;
const HOUR_MS = 3_600_000;
const HOURS = 24;
const TICK_HOURS = 3;

/** The wait by number of open lanes; what is open now and what is advised stand out, the target is a line. */
export function waitPicture(
  { options, open, advised }: LineForecast,
  targetMinutes: number,
  locale: Locale,
  target: string,
): PlotOptions {
  const bars = options.map(({ lanes, waitSeconds }) => ({
    lanes,
    minutes: waitSeconds / MINUTE,
    ink: lanes === open ? "var(--ink)" : lanes === advised?.lanes ? "var(--jade)" : "var(--used)",
  }));
  const chosen = advised === undefined || options.some(({ lanes }) => lanes === advised.lanes);
  const all = chosen
    ? bars
    : [...bars, { lanes: advised.lanes, minutes: advised.waitSeconds / MINUTE, ink: "var(--jade)" }].sort(
        (a, b) => a.lanes - b.lanes,
      );
  return {
    width: 520,
    height: 190,
    marginLeft: 40,
    marginTop: 18,
    x: { type: "band", label: null, padding: 0.25 },
    y: { label: null, nice: true, zero: true },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: (n: number) => formatInteger(locale, Math.round(n)) }),
      axisX({ tickSize: 0, tickFormat: (n: number) => formatInteger(locale, n) }),
      barY(all, { x: "lanes", y: "minutes", fill: "ink" }),
      marks(all, {
        x: "lanes",
        y: "minutes",
        text: ({ minutes }: { minutes: number }) => formatInteger(locale, Math.round(minutes)),
        dy: -8,
        fill: "var(--ink)",
      }),
      ruleY([targetMinutes], { stroke: "var(--ink-2)", strokeDasharray: "4 4" }),
      marks([targetMinutes], {
        y: (n: number) => n,
        text: () => target,
        frameAnchor: "right",
        dy: -7,
        fill: "var(--ink-2)",
      }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  };
}

/** Passages of the last day, hour by hour. */
export function hoursPicture({ hours, asOf }: CapacityAnswer, locale: Locale, zone: string): PlotOptions {
  const last = Math.floor(Temporal.Instant.from(asOf).epochMilliseconds / HOUR_MS) * HOUR_MS;
  const times = Array.from({ length: HOURS + 1 }, (_, at) => last - (HOURS - at) * HOUR_MS);
  const bars = hours.map(({ at, passages }) => ({ at: Temporal.Instant.from(at).epochMilliseconds, passages }));
  return {
    width: 960,
    height: 150,
    marginLeft: 44,
    x: { domain: times, label: null, padding: 0.2 },
    y: { label: null, nice: true, zero: true },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ ticks: 3, tickSize: 0, tickFormat: (n: number) => formatInteger(locale, Math.round(n)) }),
      axisX({
        ticks: times.filter((_, at) => at % TICK_HOURS === 0),
        tickSize: 0,
        tickFormat: (at: number) => formatTime(Temporal.Instant.fromEpochMilliseconds(at), zone),
      }),
      barY(bars, { x: "at", y: "passages", fill: "var(--jade)" }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  };
}
