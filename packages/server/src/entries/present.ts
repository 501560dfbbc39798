import type { EntryDetail, EntryRow } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import { type ExplanationLine, explain } from "@twinline/rulebook";
import { type Body, decisionsOf, instantText } from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { Shelf } from "../rulebooks/shelf.ts";
import { countedBehind } from "./counted.ts";
import type { StoredRow } from "./queries.ts";

export function presentRow({ number, at, kind, gate, lane, outcome, reason, hash }: StoredRow): EntryRow {
  return {
    number,
    at: instantText(at.epochMilliseconds),
    kind,
    outcome,
    reason,
    hash,
    ...(gate === null ? {} : { gate }),
    ...(lane === null ? {} : { lane }),
  };
}

/** Why each decision of an entry came out as it did, by the rulebook it was taken under and the entries it counted. */
export async function explainEntry(
  { shelf, database }: { readonly shelf: Shelf; readonly database: Queries },
  number: number,
  text: string,
): Promise<EntryDetail["explanation"]> {
  const lines: ExplanationLine[] = [];
  const body = parseCanonical(text) as Body;
  for (const [line, record] of decisionsOf(body).entries()) {
    const { hash, facts, counters, law, legal } = record;
    const { rulebook, decide } = await shelf.fetch(hash);
    const counted = await countedBehind({ queries: database, shelf, body, number }, record, line);
    const input = { facts, counters, days: { law, legal }, counted };
    lines.push(...explain(rulebook, input, decide(facts, counters, input.days)));
  }
  return lines;
}
