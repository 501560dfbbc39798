import type { RecordedLine } from "@twinline/insight";
import { parseCanonical } from "@twinline/journal";
import { type Body, decisionsOf } from "@twinline/zone";
import type { Queries } from "../database.ts";

/** Entries read at a time. */
const PAGE = 2_000;

/** Every line that a journal decided under a rulebook, a page at a time, in the journal's order. */
export async function* decidedPages(
  queries: Queries,
  rulebook: string,
  after = 0,
): AsyncGenerator<{ readonly last: number; readonly lines: readonly RecordedLine[] }> {
  for (let read = after; ; ) {
    const { rows } = await queries.query<{ number: number; at: Temporal.Instant; body: string }>(
      "select number, at, body from entry where kind = 'passage' and number > $1 order by number limit $2",
      [read, PAGE],
    );
    const last = rows.at(-1)?.number;
    if (last === undefined) return;
    const lines = rows.flatMap(({ number, at, body }) => [
      ...linesOf(number, at, parseCanonical(body) as Body, rulebook),
    ]);
    yield { last, lines };
    read = last;
  }
}

/** The decisions of one passage under the rulebook, a line of goods each; empty hands are line 0. */
export function* linesOf(number: number, at: Temporal.Instant, body: Body, rulebook: string): Generator<RecordedLine> {
  const goods = listOf(body.goods);
  const document = recordOf(body.document);
  for (const [index, decision] of decisionsOf(body).entries()) {
    if (decision.rulebook !== rulebook) continue;
    const line = recordOf(goods[index]);
    yield {
      passage: number,
      line: goods.length === 0 ? 0 : index + 1,
      second: Math.floor(at.epochMilliseconds / 1000),
      day: decision.legal,
      gate: textOf(body.gate),
      person: textOf(body.person),
      nationality: textOf(document.nationality),
      hs: textOf(line.hs),
      category: textOf(line.category),
      facts: decision.facts,
    };
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function recordOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
