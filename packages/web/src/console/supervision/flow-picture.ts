import { axisX, axisY, barY, gridY, ruleY } from "@observablehq/plot";
import type { BoardAnswer } from "@twinline/api";
import { formatInteger, formatTime, type Locale } from "../../format/index.ts";
import type { PlotOptions } from "../lab/Picture.tsx";

/** Inks of the flow: verdict colours are for verdicts only. */
export const flowInks = { in: "var(--jade)", out: "var(--used)", stopped: "var(--ink)" } as const;
const TICKS_MAX = 8;

/** Who went in, who out, who was stopped, by time; moments without a passage stand empty. */
export function flowPicture(
  { flow, flowMinutes, since, asOf }: BoardAnswer,
  locale: Locale,
  zone: string,
): PlotOptions {
  const step = flowMinutes * 60_000;
  const first = Math.floor(Temporal.Instant.from(since).epochMilliseconds / step) * step;
  const last = Temporal.Instant.from(asOf).epochMilliseconds;
  const times = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step);
  const bars = flow.flatMap((one) =>
    (["in", "out", "stopped"] as const).map((what) => ({
      at: Temporal.Instant.from(one.at).epochMilliseconds,
      n: one[what],
      what,
    })),
  );
  const every = Math.max(1, Math.ceil(times.length / TICKS_MAX));
  return {
    width: 640,
    height: 150,
    marginLeft: 44,
    marginRight: 6,
    marginTop: 10,
    x: { domain: times, label: null, padding: 0.2 },
    y: { label: null, nice: true, ...(bars.some(({ n }) => n > 0) ? {} : { domain: [0, 1] }) },
    color: { domain: Object.keys(flowInks), range: Object.values(flowInks) },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({
        ticks: 4,
        tickSize: 0,
        tickFormat: (n: number) => (Number.isInteger(n) ? formatInteger(locale, n) : ""),
      }),
      axisX({
        ticks: times.filter((_, at) => at % every === 0),
        tickSize: 0,
        tickFormat: (at: number) => formatTime(Temporal.Instant.fromEpochMilliseconds(at), zone),
      }),
      barY(bars, { x: "at", y: "n", fill: "what", order: Object.keys(flowInks) }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  };
}
