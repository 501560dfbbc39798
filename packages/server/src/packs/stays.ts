import { PACK_STAYS_MAX } from "@twinline/api";
import type { Queries } from "../database.ts";

type PackedStay = { pass: string; visit: string; gate: string; enteredDay: number; lastDay: number };

/** Who is inside with a pass, the newest first as far as a pack reaches. */
export async function findStays(db: Queries): Promise<{ whole: boolean; rows: PackedStay[] }> {
  const { rows } = await db.query<PackedStay>(
    `select pass, visit, gate, entered_day as "enteredDay", last_day as "lastDay" from stay
     where pass is not null order by entered_at_ms desc, key limit $1`,
    [PACK_STAYS_MAX + 1],
    "pack-stays",
  );
  return { whole: rows.length <= PACK_STAYS_MAX, rows: rows.slice(0, PACK_STAYS_MAX) };
}

/** The passes of people who are inside, hashed, by their tokens. */
export async function findPasses(db: Queries, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ key: string; pass: string }>(
    "select key, pass from stay where key = any($1) and pass is not null",
    [people],
    "pack-passes",
  );
  return new Map(rows.map(({ key, pass }) => [key, pass]));
}
