import { parseCanonical } from "@twinline/journal";
import { type Body, type Movement, movementsOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Movements of one person that are read at most, the newest; one a day is more than a year. */
export const MOVEMENTS_MAX = 500;

/** Who moved when, from the journal alone, in order of the entries. */
export async function findMovements(queries: Queries, person: string): Promise<readonly Movement[]> {
  // NOTE: the condition is that of the index entry_person, word for word.
  const { rows } = await queries.query<{ number: number; body: string }>(
    `select number, body from entry
     where body::json ->> 'person' = $1
       and ((kind in ('passage', 'late_passage') and outcome = 'admit') or (kind = 'override' and outcome <> 'refused'))
     order by number desc limit $2`,
    [person, MOVEMENTS_MAX],
    "movements",
  );
  return movementsOf(rows.reverse().map(({ number, body }) => ({ number, body: parseCanonical(body) as Body })));
}
