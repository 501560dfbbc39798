import {
  alarmsOf,
  atlas,
  compareRoles,
  conflictsOf,
  exampleSample,
  flowBoard,
  Input,
  indicators,
  indicatorUnits,
  khorgosChronology,
  khorgosStreams,
  leagueOf,
  models,
  monteCarlo,
  observations,
  opennessOf,
  originFacts,
  type Range,
  readTradeFlows,
  roleChanges,
  rolesOf,
  type SmartElasticities,
  seriesOf,
  smartLines,
  type TwinEvent,
  tornado,
  twins,
  usualOutput,
  usualRanges,
  usualWindowRule,
  validateWindows,
  vinerPicture,
  type WindowRule,
  weightSensitivity,
  windowsOf,
  workingOf,
} from "@twinline/insight";
import type { CheckedRulebook } from "@twinline/rulebook";

const DRAWS = 2_000;
const SEED = 1;

type Openness = {
  readonly rulebook: CheckedRulebook;
  readonly law: number;
  readonly events: readonly TwinEvent[] | undefined;
  readonly passports: readonly string[];
};
type Roles = NonNullable<Parameters<typeof rolesOf>[1]>;
type Impact = { readonly model: string; readonly input: unknown; readonly ranges?: readonly Range[] };

/** Every analysis of the lab by name; each is pure, takes plain data and gives plain data. */
export const analyses = {
  openness: ({ rulebook, law, events, passports }: Openness) => {
    const reads = opennessOf(rulebook, law);
    if (!originFacts(rulebook).some(({ how }) => how === "country")) return { reads };
    const sample = events ?? exampleSample(rulebook);
    return { reads, twins: twins({ rulebook, events: sample, kind: events ? "history" : "examples", passports }) };
  },

  indicators: (_: object) => {
    const pairs = new Map(observations.map(({ indicator, unit }) => [`${indicator} ${unit}`, { indicator, unit }]));
    const alarms = [...pairs.values()].flatMap(({ indicator, unit }) => {
      const known = indicators.find(({ code }) => code === indicator);
      return known === undefined ? [] : alarmsOf(known, seriesOf(observations, indicator, unit));
    });
    const conflicts = conflictsOf(observations);
    return {
      indicators,
      units: indicatorUnits,
      observations,
      conflicts,
      alarms,
      flows: flowBoard(indicators, observations),
    };
  },

  league: (plan: {
    readonly period: string;
    readonly indicators: readonly string[];
    readonly units: readonly string[];
  }) => leagueOf(observations, indicators, { ...plan, draws: DRAWS, seed: SEED }),

  streams: (_: object) => ({
    streams: khorgosStreams,
    chronology: khorgosChronology,
    rule: usualWindowRule,
    validation: validateWindows(khorgosStreams, khorgosChronology),
  }),

  windows: (given: Partial<WindowRule>) => {
    const windows = windowsOf(khorgosStreams, { ...usualWindowRule, ...given });
    const best = windows.points.reduce((most, point) => (point.score > most.score ? point : most));
    return { windows, sensitivity: weightSensitivity(best, { draws: DRAWS, seed: SEED }) };
  },

  atlas: (change: Roles) => {
    const roles = rolesOf(atlas, change);
    return { atlas, roles, agreement: compareRoles(atlas, roles), changes: roleChanges(rolesOf(atlas), roles) };
  },

  impact: ({ model: name, input, ranges = usualRanges(name, input) }: Impact) => {
    const model = models.get(name);
    if (model === undefined)
      throw Object.assign(new RangeError(`Cannot find the model "${name}"`), { id: "model/unknown" });
    const result = model.compute(new Input(input));
    const output = usualOutput[name];
    const hasPicture =
      name === "viner-customs-union" && "kind" in result && typeof result.netWelfareChange === "number";
    const isRanged = output !== undefined && ranges.length > 0;
    return {
      result,
      working: workingOf(name, input),
      ...(hasPicture ? { picture: vinerPicture(input) } : {}),
      ...(isRanged
        ? {
            tornado: tornado(model, input, ranges, output),
            spread: monteCarlo(model, input, ranges, { output, draws: DRAWS, seed: SEED }),
          }
        : {}),
    };
  },

  lines: ({ csv, ...elasticities }: SmartElasticities & { readonly csv: string }) => {
    const read = readTradeFlows(csv);
    return "faults" in read ? read : smartLines(read.flows, elasticities);
  },
} as const;

export type AnalysisName = keyof typeof analyses;
