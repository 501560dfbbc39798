import { axisX, axisY, barX, barY, gridX, gridY, text as marks, ruleX, ruleY } from "@observablehq/plot";
import type { ReplayReport, ReportGroup } from "@twinline/api";
import { formatScaled, type Locale } from "../../format/index.ts";
import type { PlotOptions } from "../lab/Picture.tsx";
import { burdenOf } from "./report.ts";

const NOW = "var(--used)";
const THEN = "var(--jade)";
const BARS_MAX = 8;

type Drawing = { readonly locale: Locale; readonly minor: number };

/** A drawn figure as people write it: at most one digit after the mark. */
function figure({ locale }: Drawing, value: number): string {
  return formatScaled(locale, Math.round(value * 10), 1);
}

/** Month by month: what is paid under the law, and before it what would be paid. */
export function monthPicture(report: ReplayReport, drawing: Drawing): PlotOptions {
  const months = (report.result.by.month ?? []).map((group) => {
    const { base, reform } = burdenOf(report, group);
    return { month: group.key, now: base / drawing.minor, later: reform / drawing.minor };
  });
  return {
    width: 960,
    height: 210,
    marginLeft: 56,
    marginRight: 8,
    x: { type: "band", label: null, padding: 0.25 },
    y: { label: null, nice: true },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ tickFormat: (value: number) => figure(drawing, value), ticks: 4, tickSize: 0 }),
      axisX({ tickFormat: (month: string) => month.slice(5), tickSize: 0 }),
      barY(months, { x: "month", y: "now", fill: NOW, insetLeft: 0, insetRight: 0 }),
      barY(months, { x: "month", y: "later", fill: THEN, insetLeft: 8, insetRight: 8 }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  };
}

/** Who gains most: what each key of a dimension pays less. */
export function gainPicture(
  groups: readonly ReportGroup[],
  labelOf: (key: string) => string,
  drawing: Drawing,
): PlotOptions {
  const rows = groups
    .map(({ key, gained, lost }) => ({ key: labelOf(key), net: (gained - lost) / drawing.minor }))
    .filter(({ net }) => net !== 0)
    .sort((a, b) => b.net - a.net)
    .slice(0, BARS_MAX);
  return {
    ...bars(rows.map(({ key }) => key)),
    marks: [
      axisY({ tickSize: 0, label: null }),
      barX(rows, { x: "net", y: "key", fill: THEN, sort: { y: null } }),
      marks(rows, {
        x: "net",
        y: "key",
        text: ({ net }: { net: number }) => figure(drawing, net),
        textAnchor: "start",
        dx: 4,
      }),
      ruleX([0], { stroke: "var(--line-strong)" }),
    ],
  };
}

/** What is paid for each kind of goods, under the law and under the reform. */
export function paidPicture(
  report: ReplayReport,
  groups: readonly ReportGroup[],
  labelOf: (key: string) => string,
  drawing: Drawing,
): PlotOptions {
  const rows = groups
    .map((group) => {
      const { base, reform } = burdenOf(report, group);
      return { key: labelOf(group.key), now: base / drawing.minor, later: reform / drawing.minor };
    })
    .filter(({ now, later }) => now + later > 0)
    .sort((a, b) => b.now - a.now)
    .slice(0, BARS_MAX);
  return {
    ...bars(rows.map(({ key }) => key)),
    marks: [
      gridX({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisY({ tickSize: 0, label: null }),
      axisX({ tickFormat: (value: number) => figure(drawing, value), ticks: 3, tickSize: 0, label: null }),
      barX(rows, { x: "now", y: "key", fill: NOW, sort: { y: null } }),
      barX(rows, { x: "later", y: "key", fill: THEN, insetTop: 5, insetBottom: 5, sort: { y: null } }),
      ruleX([0], { stroke: "var(--line-strong)" }),
    ],
  };
}

/** Room for the longest label at the left; one row a bar. */
function bars(labels: readonly string[]): PlotOptions {
  const wide = Math.max(
    4,
    ...labels.map((label) => [...label].reduce((sum, one) => sum + (one > "\u2e80" ? 2 : 1), 0)),
  );
  return {
    width: 460,
    height: 44 + labels.length * 30,
    marginLeft: Math.min(190, 14 + wide * 7.2),
    marginRight: 48,
    x: { label: null, axis: null },
    y: { type: "band", label: null, domain: [...labels], padding: 0.25 },
  };
}
