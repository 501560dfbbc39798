import type { Author, Body, Concept } from "../spine/concept.ts";
import { isObject, type Json } from "../spine/json.ts";
import { BodyError, getInteger, getText } from "../spine/read-body.ts";
import type { Change, Row } from "../spine/state.ts";
import type { Calendar, Run } from "./calendar.ts";

/** Table of signed days: one row a run, the newest entry of a side in force. */
export const CALENDAR = "calendar";

/** The legal days of a side are recorded, so that no decision asks a machine's time-zone table (P21, D9). */
export type SignCalendarCommand = { readonly kind: "calendar"; readonly by: Author; readonly calendar: Calendar };

export const signCalendar: Concept<SignCalendarCommand> = {
  kind: "calendar",
  keys: () => [],
  decide: ({ calendar: { side, zone, runs } }) => ({
    outcome: "done",
    reason: "signed",
    details: { side, zone, runs: runs.map((run) => ({ ...run })) },
  }),
  apply: calendarRows,
};

/** The calendar of a body or of its state rows. Throws BodyError. */
export function calendarOfBody(body: Body): Calendar {
  const { runs } = body;
  if (!Array.isArray(runs)) throw new BodyError("runs", "a list");
  return { side: getText(body, "side"), zone: getText(body, "zone"), runs: runs.map(runOf) };
}

function calendarRows(body: Body, number: number): readonly Change[] {
  const { side, zone, runs } = calendarOfBody(body);
  return runs.map((run): Change => {
    const row: Row = { side, zone, entry: number, ...run };
    return { kind: "put", table: CALENDAR, key: `${side}/${number}/${run.firstDay}`, row };
  });
}

function runOf(value: Json): Run {
  if (!isObject(value)) throw new BodyError("runs", "a list of objects");
  return {
    firstDay: getInteger(value, "firstDay"),
    lastDay: getInteger(value, "lastDay"),
    startsAt: getInteger(value, "startsAt"),
    lengthMs: getInteger(value, "lengthMs"),
  };
}
