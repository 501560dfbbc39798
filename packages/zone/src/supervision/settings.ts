import type { Texts } from "@twinline/rulebook";
import { Field, ZoneFileError } from "../zones/fields.ts";

/** A figure of the zone's file with where it is from and how sure it is. */
export type Sourced = { readonly value: number; readonly source: string; readonly confidence: string };

/** What the score of runners looks at; one integer each, the more the more striking. */
export const runnerTraits = [
  "shared_payer",
  "shared_phone",
  "shared_receiver",
  "goods_days",
  "short_visits",
  "same_goods",
  "full_allowance",
  "odd_path",
] as const;
export type RunnerTrait = (typeof runnerTraits)[number];

/** How much a trait weighs: no points up to `from`, all `points` at `full` and above, in between by proportion. */
export type TraitWeight = {
  readonly trait: RunnerTrait;
  readonly points: number;
  readonly from: number;
  readonly full: number;
  readonly label: Texts;
};

/** How a zone watches itself (rulebooks/supervision.yaml, or the zone's own file). Its own choice, never law. */
export type Supervision = {
  /** Wait above which more lanes are advised, minutes. */
  readonly targetWaitMinutes: Sourced;
  /** Legal days after which a case and whatever it restricts are over. */
  readonly caseDays: Sourced;
  /** Legal days in which a finding may be appealed. */
  readonly appealDays: Sourced;
  readonly runner: {
    readonly windowDays: Sourced;
    /** A visit below this many minutes is a short one. */
    readonly shortVisitMinutes: Sourced;
    /** Score from which a person is shown to a human. */
    readonly lookFrom: Sourced;
    readonly weights: readonly TraitWeight[];
  };
};

/** Points of all traits together: the score is read as "of a hundred". */
export const SCORE_MAX = 100;

/** Reads the parsed file. Throws ZoneFileError that names the field. */
export function readSupervision(data: unknown): Supervision {
  const section = new Field(data);
  const runner = section.at("runner_score");
  return {
    targetWaitMinutes: sourced(section.at("target_wait_minutes")),
    caseDays: sourced(section.at("case_days")),
    appealDays: sourced(section.at("appeal_days")),
    runner: {
      windowDays: sourced(runner.at("window_days")),
      shortVisitMinutes: sourced(runner.at("short_visit_minutes")),
      lookFrom: sourced(runner.at("look_from")),
      weights: weightsOf(runner.at("traits")),
    },
  };
}

/** A figure with source and confidence. Throws ZoneFileError. */
export function sourced(field: Field): Sourced {
  return {
    value: field.at("value").integer(),
    source: field.at("source").text(),
    confidence: field.at("confidence").text(),
  };
}

function weightsOf(section: Field): readonly TraitWeight[] {
  const weights = section.members().map(({ name, field }): TraitWeight => {
    const trait = runnerTraits.find((one) => one === name);
    if (trait === undefined) throw new ZoneFileError(field.path, `a trait of ${runnerTraits.join(", ")}`);
    const [points, from, full] = [field.at("points").integer(), field.at("from").integer(), field.at("full").integer()];
    if (points < 0 || from < 0 || full <= from) throw new ZoneFileError(field.path, "a weight with 0 <= from < full");
    return { trait, points, from, full, label: field.at("label").texts() };
  });
  const all = weights.reduce((sum, { points }) => sum + points, 0);
  if (all !== SCORE_MAX) throw new ZoneFileError(section.path, `${SCORE_MAX} points together, but ${all}`);
  return weights;
}
