import { COUNTER, counterRows, type Installed, LoadedState, type Subject } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** The counters of a rulebook for a subject and day as they were last committed; nothing is locked. */
export async function readCounters(
  queries: Queries,
  installed: Installed,
  subject: Subject,
  day: number,
): Promise<LoadedState> {
  const asked = counterRows(installed, subject, day);
  const { rows } = await queries.query<{ key: string; value: number }>(
    `select key, value from ${COUNTER} where key = any($1)`,
    [asked.map(({ key }) => key)],
  );
  return new LoadedState(
    asked,
    rows.map(({ key, value }) => ({ table: COUNTER, key, row: { value } })),
  );
}
