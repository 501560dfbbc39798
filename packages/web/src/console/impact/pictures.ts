import { axisX, axisY, barX, line, text as marks, ruleX, ruleY, tickX } from "@observablehq/plot";
import type { ImpactAnswer, WelfarePicture } from "@twinline/api";
import type { Locale } from "../../format/index.ts";
import { isLabKey, type LabText } from "../lab/lab-text.ts";
import { numberText } from "../lab/number-text.ts";
import type { PlotOptions } from "../lab/Picture.tsx";

/** Gains in jade, what goes over to others in grey; verdict colours are for verdicts. */
export const AREA_INKS: Readonly<Record<string, string>> = {
  productionGain: "#2f8f77",
  consumptionGain: "#0b5d4a",
  revenueBefore: "#cbd5d0",
  tradeDiversionLoss: "#7d8a84",
};

/** The welfare triangles: quantity to the right, price upwards. */
export function vinerPlot(
  { lines, prices, areas, quantityMax, priceMax }: WelfarePicture,
  text: LabText,
  locale: Locale,
): PlotOptions {
  const word = (key: string, code: string): string => (isLabKey(key) ? text(key) : code);
  const ordered = areas.toSorted((a, b) => Number(b.name === "revenueBefore") - Number(a.name === "revenueBefore"));
  return {
    width: 960,
    height: 380,
    marginLeft: 60,
    marginRight: 190,
    marginBottom: 34,
    x: { label: null, domain: [0, quantityMax] },
    y: { label: null, domain: [0, priceMax] },
    marks: [
      ...ordered.map(({ name, points }) =>
        line([...points, points[0]!], {
          x: ([quantity]: readonly number[]) => quantity,
          y: ([, price]: readonly number[]) => price,
          fill: AREA_INKS[name] ?? "var(--used)",
          stroke: "none",
        }),
      ),
      ...lines.map(({ points }) =>
        line(points, {
          x: ([quantity]: readonly number[]) => quantity,
          y: ([, price]: readonly number[]) => price,
          stroke: "var(--ink)",
          strokeWidth: 1.6,
        }),
      ),
      ruleY(prices, { y: "price", stroke: "var(--line-strong)", strokeDasharray: "5 4" }),
      marks(prices, {
        frameAnchor: "right",
        dx: 185,
        y: "price",
        textAnchor: "end",
        text: ({ name, price, source }: WelfarePicture["prices"][number]) =>
          `${word(`imp.price.${name}`, name)} ${numberText(locale, price, 2)} · ${source}`,
      }),
      ...lines.map((one) =>
        marks([one], {
          x: one.points[1]?.[0] ?? 0,
          y: (one.points[1]?.[1] ?? 0) * 0.97,
          // Supply rises to the right and demand falls: their names stand on the outer sides.
          dx: one.name === "supply" ? -10 : 18,
          dy: one.name === "supply" ? 0 : -6,
          textAnchor: one.name === "supply" ? "end" : "start",
          text: () => word(`imp.line.${one.name}`, one.name),
        }),
      ),
      axisX({ tickFormat: (value: number) => numberText(locale, value, 1), tickSize: 4, label: null }),
      axisY({ tickFormat: (value: number) => numberText(locale, value, 2), tickSize: 4, label: null }),
      ruleX([0], { stroke: "var(--line-strong)" }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  };
}

/** One bar an input, from the result at its low end to that at its high end, around the result as given. */
export function tornadoPicture({ bars, base }: NonNullable<ImpactAnswer["tornado"]>, locale: Locale): PlotOptions {
  const rows = bars.map(({ field, atLow, atHigh }) => ({
    field,
    from: Math.min(atLow, atHigh),
    to: Math.max(atLow, atHigh),
  }));
  // Where nothing moves the result there is no span to draw over.
  const hasSwing = rows.some(({ from, to }) => from < to);
  return {
    width: 960,
    height: 60 + rows.length * 32,
    marginLeft: 210,
    marginRight: 80,
    // NOTE: figures stand outside of the bars; the inset keeps them off the names.
    x: { label: null, nice: true, inset: 60, ...(hasSwing ? {} : { domain: [base - 1, base + 1] }) },
    y: { type: "band", label: null, domain: rows.map(({ field }) => field), padding: 0.3 },
    marks: [
      axisY({ tickSize: 0, label: null }),
      axisX({ tickFormat: (value: number) => numberText(locale, value, 2), ticks: 6, label: null }),
      barX(rows, { x1: "from", x2: "to", y: "field", fill: "var(--jade)" }),
      marks(rows, {
        x: "from",
        y: "field",
        dx: -5,
        textAnchor: "end",
        text: ({ from }: { readonly from: number }) => numberText(locale, from, 2),
      }),
      marks(rows, {
        x: "to",
        y: "field",
        dx: 5,
        textAnchor: "start",
        text: ({ to }: { readonly to: number }) => numberText(locale, to, 2),
      }),
      ruleX([base], { stroke: "var(--ink)", strokeWidth: 1.6 }),
    ],
  };
}

type Row = { readonly name: string; readonly low: number; readonly high: number; readonly at: number };

/** Two intervals on one scale, which is set by what is written and only gives way when the other leaves it. */
export function intervalPicture(
  written: ImpactAnswer,
  moved: ImpactAnswer,
  text: LabText,
  locale: Locale,
): PlotOptions | undefined {
  const row = (name: string, { tornado, spread }: ImpactAnswer): Row | undefined =>
    tornado && spread && { name, low: spread.quantiles.p5, high: spread.quantiles.p95, at: tornado.base };
  const [now, before] = [row(text("imp.row.moved"), moved), row(text("imp.row.written"), written)];
  if (now === undefined || before === undefined) return undefined;
  const room = Math.max(before.high - before.low, Math.abs(before.at) / 2);
  const domain = [Math.min(before.low - room, now.low), Math.max(before.high + room, now.high)];
  const rows = [now, before];
  const ink = (at: Row): string => (at === now ? "#2f8f77" : "#cbd5d0");
  return {
    width: 960,
    height: 120,
    marginLeft: 150,
    marginRight: 40,
    x: { label: null, domain },
    y: { type: "band", label: null, domain: rows.map(({ name }) => name), padding: 0.35 },
    marks: [
      axisY({ tickSize: 0, label: null }),
      axisX({ tickFormat: (value: number) => numberText(locale, value, 2), ticks: 6, label: null }),
      ...(domain[0]! < 0 && domain[1]! > 0 ? [ruleX([0], { stroke: "var(--line-strong)" })] : []),
      barX(rows, { x1: "low", x2: "high", y: "name", fill: ink }),
      tickX(rows, { x: "at", y: "name", stroke: "var(--ink)", strokeWidth: 3 }),
    ],
  };
}
