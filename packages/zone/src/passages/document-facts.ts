import { dayNumber } from "../calendar/legal-day.ts";
import { latestDay, type TravelDocument } from "../documents/index.ts";
import type { DocumentFacts } from "./command.ts";

/**
 * What the rules may know of a document. Who may be a minor by what the document says counts as one, so the last day that
 * a birth date allows is taken.
 */
export function documentFacts({ kind, nationality, born, expires }: TravelDocument): DocumentFacts {
  const bornDay = born === undefined ? undefined : latestDay(born);
  return {
    kind,
    nationality,
    ...(bornDay === undefined ? {} : { bornDay: dayNumber(bornDay.toString()) }),
    ...(expires === undefined ? {} : { lastValidDay: dayNumber(expires.toString()) }),
  };
}
