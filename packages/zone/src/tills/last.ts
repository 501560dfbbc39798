import { type Capture, captureChanges, captureKeys } from "../captures/numbering.ts";
import { recordCapture } from "../captures/record-capture.ts";
import type { Author, Concept } from "../spine/concept.ts";
import { isObject } from "../spine/json.ts";

/** A till's word that it sells no more from rights of a legal day or of earlier ones. */
export type LastCommand = {
  readonly kind: "till_last";
  readonly by: Author;
  readonly place: string;
  readonly lane: string;
  readonly capture: Capture;
  readonly day: number;
};

export const last: Concept<LastCommand> = {
  kind: "till_last",
  keys: ({ capture }) => captureKeys(capture),
  decide: ({ capture, place, lane, day }, state, _world, moment) => {
    const ruling = recordCapture(state, capture, moment, () => ({
      outcome: "done",
      reason: "last",
      details: { gate: place, lane, day },
    }));
    const { log } = ruling.details;
    if (ruling.outcome !== "done" || !isObject(log) || Number(log.endedDay) >= day) return ruling;
    const ended = { ...log, endedDay: day, endedAt: capture.sequence };
    return { ...ruling, details: { ...ruling.details, log: ended } };
  },
  apply: (body, number) => captureChanges(body, number),
};
