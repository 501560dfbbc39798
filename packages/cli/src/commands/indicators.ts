import { parseArgs } from "node:util";
import {
  alarmsOf,
  conflictsOf,
  indicators,
  indicatorUnits,
  leagueOf,
  ModelInputError,
  observations,
  seriesOf,
} from "@twinline/insight";
import type { Command, Effects, ExitStatus } from "../command.ts";

/** The indicators held, their conflicts and alarms, and a league with intervals. */
export const command: Command = {
  name: "indicators",
  usage: "indicators [--league PERIOD] [--by tfi1,tfi2] [--draws N] [--seed N] [--json]",
  about: "Shows indicators with sources and doubts, what contradicts what, alarms, and a league with rank intervals",
  run,
};

async function run(args: readonly string[], effects: Effects): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      league: { type: "string", default: "2022" },
      by: { type: "string", default: "tfi1,tfi2" },
      draws: { type: "string", default: "1200" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
  const units = indicatorUnits.map(({ code }) => code);
  const plan = { period: values.league, indicators: values.by.split(","), units };
  try {
    const league = leagueOf(observations, indicators, {
      ...plan,
      draws: Number(values.draws),
      seed: Number(values.seed),
    });
    const conflicts = conflictsOf(observations);
    const alarms = indicators.flatMap((one) =>
      units.flatMap((unit) => alarmsOf(one, seriesOf(observations, one.code, unit))),
    );
    if (values.json) {
      effects.out(JSON.stringify({ indicators, observations, conflicts, alarms, league }, null, 2));
      return 0;
    }
    for (const line of [...figureLines(), ...conflictLines(conflicts), ...alarmLines(alarms), ...leagueLines(league)])
      effects.out(line);
    return 0;
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    effects.err(error.message);
    return 2;
  }
}

function figureLines(): readonly string[] {
  return indicators.flatMap(({ code, name, unit }) => [
    `${name.en} (${unit})`,
    ...observations
      .filter(({ indicator }) => indicator === code)
      .map(
        ({ unit: of, period, value, qualifier, source, confidence, usable, doubt }) =>
          `  ${of} ${period}: ${qualifier ? `${qualifier} ` : ""}${value ?? "unknown"} [${source}; ${confidence}]` +
          `${usable === false ? " (shown, not computed with)" : ""}${doubt ? ` ! ${doubt.en}` : ""}`,
      ),
  ]);
}

function conflictLines(conflicts: ReturnType<typeof conflictsOf>): readonly string[] {
  const told = conflicts.map(({ indicator, unit, period, observations: figures }) => {
    const sides = figures.map(({ value, source }) => `${value} [${source}]`).join(" against ");
    return `  ${indicator}, ${unit}, ${period}: ${sides}`;
  });
  return ["", `Conflicts (${told.length}):`, ...told];
}

function alarmLines(alarms: ReturnType<typeof alarmsOf>): readonly string[] {
  const told = alarms.map(
    ({ indicator, unit, period, kind, size, source }) =>
      `  ${indicator}, ${unit}, ${period}: ${kind} ${size.toFixed(2)} [${source}]`,
  );
  return ["", `Alarms (${told.length}):`, ...told];
}

function leagueLines({
  period,
  indicators: by,
  ranks,
  leftOut,
  draws,
  seed,
}: ReturnType<typeof leagueOf>): readonly string[] {
  return [
    "",
    `League ${period} by ${by.join(", ")}, ${draws} draws, seed ${seed}: place (median, 5 to 95 of a hundred)`,
    ...ranks.map(
      ({ unit, rank, median, low, high, index }) =>
        `  ${rank} (${median}, ${low} to ${high}) ${unit} ${index === null ? "" : index.toFixed(1)}`,
    ),
    `  without all figures: ${leftOut.join(", ") || "none"}`,
  ];
}
