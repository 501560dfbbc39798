import { Field } from "../zones/fields.ts";
import { LANES_MAX } from "../zones/read-zone.ts";
import { type Sourced, sourced } from "./settings.ts";

/** The lanes of one kind at a gate: people wait in one line before them. */
export type Line = {
  readonly gate: string;
  readonly side: string;
  /** Kind of lane as the zone's file names it, e.g. self_service. */
  readonly line: string;
  readonly lanes: readonly string[];
  /** Seconds a lane needs for one person; absent where no source says it. */
  readonly seconds?: Sourced;
};

/** Every line of the zone's gates, from the parsed zone file. Throws ZoneFileError that names the field. */
export function readLines(data: unknown): readonly Line[] {
  return new Field(data)
    .at("gates")
    .members()
    .flatMap(({ name: gate, field }) => {
      const side = field.at("side").text().toLowerCase();
      return field
        .at("lanes")
        .members()
        .map(({ name: line, field: kind }): Line => {
          const seconds = kind.at("seconds");
          const lanes = lanesOf(kind.at("from").integer(), kind.at("to").integer());
          return { gate, side, line, lanes, ...(seconds.isPresent ? { seconds: sourced(seconds) } : {}) };
        });
    });
}

function lanesOf(from: number, to: number): string[] {
  return Array.from({ length: Math.min(LANES_MAX, Math.max(0, to - from + 1)) }, (_, at) => String(from + at));
}
