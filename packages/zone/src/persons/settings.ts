import type { Texts } from "@twinline/rulebook";
import { type Sourced, sourced } from "../supervision/settings.ts";
import { Field } from "../zones/fields.ts";

/** What a side holds itself to with people's data (rulebooks/persons.yaml, or the zone's own file). */
export type PersonSettings = {
  /** Legal days within which an officer answers a request to destroy data. */
  readonly answerDays: Sourced;
  /** Days for which data are kept after a stay; undefined while no law that is held says. */
  readonly retentionDays: Sourced | undefined;
  /** Why a request may be refused. */
  readonly refusals: readonly { readonly code: string; readonly label: Texts }[];
};

/** The file's word for a figure that nobody knows. */
const UNKNOWN = "unknown";

/** Reads the parsed file. Throws ZoneFileError that names the field. */
export function readPersonSettings(data: unknown): PersonSettings {
  const section = new Field(data);
  const retention = section.at("retention_days");
  return {
    answerDays: sourced(section.at("answer_days")),
    retentionDays: retention.isText(UNKNOWN) ? undefined : sourced(retention),
    refusals: section
      .at("refusals")
      .members()
      .map(({ name, field }) => ({ code: name, label: field.texts() })),
  };
}
