import { CALENDAR, type Run } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Runs of the newest signing of a side's calendar. */
export async function findRuns(db: Queries, side: string): Promise<Run[]> {
  const { rows } = await db.query<Run>(
    `select first_day as "firstDay", last_day as "lastDay", starts_at as "startsAt", length_ms as "lengthMs"
     from ${CALENDAR} where side = $1 and entry = (select max(entry) from ${CALENDAR} where side = $1) order by first_day`,
    [side],
    "runs",
  );
  return rows;
}
