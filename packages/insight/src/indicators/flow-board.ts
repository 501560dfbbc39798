import type { Indicator, Observation } from "./registry.ts";
import { type SeriesPoint, seriesOf } from "./series.ts";

export const flows = ["people", "logistics", "capital", "technology", "information"] as const;

/** The latest figure of each indicator of a flow; live records are put beside it by who has them. */
export type FlowLine = {
  readonly flow: (typeof flows)[number];
  readonly figures: readonly { readonly indicator: string; readonly unit: string; readonly latest: SeriesPoint }[];
  /** Indicators of the flow for which no figure is held. */
  readonly unknown: readonly string[];
};

/** The five flows that gather in a zone (S0 II.A), with what is held of each. */
export function flowBoard(registry: readonly Indicator[], all: readonly Observation[]): readonly FlowLine[] {
  return flows.map((flow) => {
    const own = registry.filter((one) => one.flow === flow).map(({ code }) => code);
    const figures = own.flatMap((indicator) => {
      const units = new Set(all.filter((one) => one.indicator === indicator).map(({ unit }) => unit));
      return [...units].flatMap((unit) => {
        const latest = seriesOf(all, indicator, unit).points.at(-1);
        return latest === undefined ? [] : [{ indicator, unit, latest }];
      });
    });
    const held = new Set(figures.map(({ indicator }) => indicator));
    return { flow, figures, unknown: own.filter((code) => !held.has(code)) };
  });
}
