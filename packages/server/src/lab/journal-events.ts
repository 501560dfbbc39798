import type { TwinEvent } from "@twinline/insight";
import type { Queries } from "../database.ts";
import { decidedPages } from "../replays/decided-lines.ts";

/** Decided lines of the journal that an analysis takes as its sample, the newest. */
export const SAMPLE_LINES_MAX = 5_000;
/** Entries looked through for them. */
const ENTRIES_MAX = 10_000;

/** What this journal decided under a rulebook, traveller by traveller, on the facts of the moment; tokens become numbers. */
export async function journalEvents(queries: Queries, decidedBy: string): Promise<readonly TwinEvent[]> {
  const { rows } = await queries.query<{ last: number | null }>("select max(number) as last from entry");
  const lines: TwinEvent[] = [];
  const people = new Map<string, number>();
  for await (const page of decidedPages(queries, decidedBy, Math.max(0, (rows[0]?.last ?? 0) - ENTRIES_MAX))) {
    for (const { person: token, passage, line, day, facts } of page.lines) {
      const person = people.getOrInsertComputed(token, () => people.size);
      lines.push({ person, visit: passage, passage, line, days: { law: day, legal: day }, facts });
    }
  }
  return lines.slice(-SAMPLE_LINES_MAX).sort((a, b) => a.person - b.person || a.passage - b.passage || a.line - b.line);
}
