import { ModelInputError } from "../models/input.ts";

/** What was forecast for one figure before adoption: the value, and the interval the models gave. */
export type Forecast = {
  readonly figure: string;
  readonly unit: string;
  /** What it was without the change, over a period of the same length. */
  readonly before: number;
  readonly forecast: number;
  readonly low?: number;
  readonly high?: number;
  /** Replay, model and variant the forecast came from. */
  readonly from: string;
};

/** What came; absent or null when it is not known yet. */
export type Outcome = { readonly figure: string; readonly value: number | null; readonly source: string };

export type AdoptionVerdict = "as-forecast" | "outside" | "other-direction" | "unknown";

export type CheckedFigure = Forecast & {
  readonly actual: number | null;
  readonly source: string | undefined;
  /** Actual less forecast, and as a share of the forecast change. */
  readonly error: number | null;
  readonly errorShare: number | null;
  readonly verdict: AdoptionVerdict;
};

export type AdoptionCheck = {
  readonly figures: readonly CheckedFigure[];
  readonly known: number;
  readonly asForecast: number;
  /** Mean absolute error as a share of the figures' values (MAPE), over the figures known and not zero. */
  readonly meanAbsoluteShare: number | null;
  /** Share of the error that carrying the old figure on would have made (below 1: the forecast helped). */
  readonly againstNoChange: number | null;
  readonly doubt: string;
};

/** Room around a forecast without an interval of its own; ours. */
const USUAL_ROOM = 0.1;

/**
 * Compares what was forecast before a rule was signed with what came after. Other causes than the rule are not taken out,
 * and the result says so.
 *
 * @throws ModelInputError when a figure is forecast or told twice, or a number is none
 */
export function checkAdoption(forecasts: readonly Forecast[], outcomes: readonly Outcome[]): AdoptionCheck {
  requireOnce("forecasts", forecasts);
  requireOnce("outcomes", outcomes);
  const came = new Map(outcomes.map((one) => [one.figure, one]));
  const figures = forecasts.map((forecast) => checked(forecast, came.get(forecast.figure)));
  const known = figures.flatMap((one) => (one.actual === null ? [] : [{ ...one, actual: one.actual }]));
  const relative = known.filter(({ actual }) => actual !== 0);
  const missed = known.reduce((sum, { actual, forecast }) => sum + Math.abs(actual - forecast), 0);
  const carried = known.reduce((sum, { actual, before }) => sum + Math.abs(actual - before), 0);
  return {
    figures,
    known: known.length,
    asForecast: figures.filter(({ verdict }) => verdict === "as-forecast").length,
    meanAbsoluteShare:
      relative.length === 0
        ? null
        : relative.reduce((sum, { actual, forecast }) => sum + Math.abs((actual - forecast) / actual), 0) /
          relative.length,
    againstNoChange: carried === 0 ? null : missed / carried,
    doubt: "Other causes than the rule are not taken out: a difference is a question, not a finding",
  };
}

function requireOnce(name: string, rows: readonly { readonly figure: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { figure }] of rows.entries()) {
    if (seen.has(figure)) throw new ModelInputError(`${name}[${index}].figure`, `"${figure}" only once is expected`);
    seen.add(figure);
  }
}

function checked(forecast: Forecast, outcome: Outcome | undefined): CheckedFigure {
  for (const [name, value] of Object.entries(forecast))
    if (typeof value === "number" && !Number.isFinite(value))
      throw new ModelInputError(`${forecast.figure}.${name}`, "a number is expected");
  const actual = outcome?.value ?? null;
  const change = forecast.forecast - forecast.before;
  const error = actual === null ? null : actual - forecast.forecast;
  return {
    ...forecast,
    actual,
    source: outcome?.source,
    error,
    errorShare: error === null || change === 0 ? null : error / Math.abs(change),
    verdict: actual === null ? "unknown" : verdictOf(forecast, actual, change),
  };
}

function verdictOf({ before, forecast, low, high }: Forecast, actual: number, change: number): AdoptionVerdict {
  const room = Math.abs(change) * USUAL_ROOM;
  if (actual >= (low ?? forecast - room) && actual <= (high ?? forecast + room)) return "as-forecast";
  return change !== 0 && Math.sign(actual - before) === -Math.sign(change) ? "other-direction" : "outside";
}
