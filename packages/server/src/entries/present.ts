import type { EntryDetail, EntryRow } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import { type ExplanationLine, explain } from "@twinline/rulebook";
import { type Body, decisionsOf, instantText } from "@twinline/zone";
import type { Shelf } from "../rulebooks/shelf.ts";
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

/** Why each decision of an entry came out as it did, by the rulebook it was taken under, told anew. */
export async function explainEntry(shelf: Shelf, text: string): Promise<EntryDetail["explanation"]> {
  const lines: ExplanationLine[] = [];
  for (const { hash, facts, counters, law, legal } of decisionsOf(parseCanonical(text) as Body)) {
    const { rulebook, decide } = await shelf.fetch(hash);
    const input = { facts, counters, days: { law, legal } };
    lines.push(...explain(rulebook, input, decide(facts, counters, input.days)));
  }
  return lines;
}
