import { parseArgs } from "node:util";
import {
  alarmHistory,
  indicators,
  khorgosChronology,
  khorgosStreams,
  ModelInputError,
  observations,
  usualWindowRule,
  validateWindows,
  type WindowRule,
  type WindowValidation,
  weightSensitivity,
  windowsOf,
  withAlarms,
} from "@twinline/insight";
import { type Command, type Effects, type ExitStatus, UsageError } from "../command.ts";

const DRAWS = 2_000;
/** Units whose alarms are problems of Khorgos itself. */
const KHORGOS_UNITS = ["ICBC", "HORGOS", "HORGOS-ROAD-OUT", "HORGOS-RAIL", "NUR-ZHOLY", "KHORGOS-RAIL"];

/** When problem, policy and politics meet, and whether the historic changes fell there. */
export const command: Command = {
  name: "windows",
  usage: "windows [--half-life QUARTERS] [--percentile 0.7] [--quarters 2] [--alarms] [--seed N] [--json]",
  about:
    "Scores policy windows at Khorgos from three streams and tries them on the historic changes, one left out each time",
  run,
};

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "half-life": { type: "string" },
      percentile: { type: "string" },
      quarters: { type: "string" },
      seed: { type: "string", default: "1" },
      alarms: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const rule: WindowRule = {
    ...usualWindowRule,
    halfLife: numberOf("half-life", values["half-life"], usualWindowRule.halfLife, 0.25, 400),
    percentile: numberOf("percentile", values.percentile, usualWindowRule.percentile, 0, 1),
    quarters: Math.round(numberOf("quarters", values.quarters, usualWindowRule.quarters, 1, 40)),
  };
  const seed = Math.round(numberOf("seed", values.seed, 1, 0, 2 ** 32 - 1));
  try {
    const raised = values.alarms ? alarmHistory(indicators, observations, KHORGOS_UNITS) : [];
    const streams = withAlarms(khorgosStreams, raised, indicators);
    const windows = windowsOf(streams, rule);
    const validation = validateWindows(streams, khorgosChronology, rule);
    const highest = windows.points.reduce((most, point) => (point.score > most.score ? point : most));
    const last = weightSensitivity(highest, { draws: DRAWS, seed });
    if (values.json) effects.out(JSON.stringify({ windows, validation, highest: last }, null, 2));
    else {
      const open = windows.points.filter(({ open }) => open).map(({ quarter }) => quarter);
      const { low, median, high } = last;
      for (const line of [
        windows.formula,
        `half-life ${rule.halfLife} quarters, percentile ${rule.percentile}, ${rule.quarters} quarters in a row`,
        ...raised.map(
          (alarm) => `alarm ${alarm.indicator}, ${alarm.unit}, ${alarm.period}: ${alarm.kind} [${alarm.source}]`,
        ),
        `open in ${open.length} of ${windows.points.length} quarters: ${runsOf(open)}`,
        "",
        ...validationLines(validation),
        "",
        `highest score, ${last.quarter}: ${last.score.toFixed(3)}; other weights: ${low.toFixed(3)} to ${high.toFixed(3)}, median ${median.toFixed(3)} (seed ${seed})`,
        ...last.shares.map(
          (one) => `  weight of ${one.stream}: ${(100 * one.firstOrder).toFixed(0)} % of the variance`,
        ),
        `! ${windows.caveat.en}`,
      ])
        effects.out(line);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    effects.err(error.message);
    return 2;
  }
}

function numberOf(name: string, text: string | undefined, usual: number, least: number, most: number): number {
  const value = text === undefined ? usual : Number(text);
  if (Number.isFinite(value) && value >= least && value <= most && text !== "") return value;
  throw new UsageError(`--${name} takes a number from ${least} to ${most}, not "${text}"`);
}

function validationLines({ changes, open, byChance, settings }: WindowValidation): readonly string[] {
  return [
    `Historic changes, each judged without its own traces (${settings} other settings beside):`,
    ...changes.map(({ change, open, missing, settingsOpen }) => {
      const verdict = open ? "in an open window" : `no window: ${missing.join(", ") || "not long enough"}`;
      return `  ${change.date.padEnd(8)} ${change.kind.padEnd(8)} ${change.name.en}: ${verdict}; open under ${Math.round(100 * settingsOpen)} % of the settings`;
    }),
    `${open} of ${changes.length} in an open window; ${byChance.toFixed(1)} would be by chance`,
  ];
}

/** Quarters in a row as first to last. */
function runsOf(quarters: readonly string[]): string {
  const number = (text: string): number => Number(text.slice(0, 4)) * 4 + Number(text.at(-1)) - 1;
  const runs: [string, string][] = [];
  for (const quarter of quarters) {
    const last = runs.at(-1);
    if (last && number(quarter) === number(last[1]) + 1) last[1] = quarter;
    else runs.push([quarter, quarter]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(", ") || "none";
}
