import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type RecordedLine, writeRecorded } from "@twinline/insight";
import { parseCanonical } from "@twinline/journal";
import type { Fact } from "@twinline/rulebook";
import type { RecordRoom } from "@twinline/server";
import { type Body, decisionsOf } from "@twinline/zone";
import type { Effects } from "../command.ts";
import { type RecordFlags, withRecord } from "../record.ts";

/** Entries read at a time. */
const PAGE = 2_000;

/**
 * Writes what a journal decided under a rulebook to a file for replay, does the work and removes the file. The journal is
 * only read, and is closed before the work begins; a node may run beside.
 */
export async function withJournalHistory<T>(
  flags: RecordFlags,
  effects: Effects,
  rulebook: string,
  facts: readonly Fact[],
  work: (file: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-history-"));
  try {
    const file = path.join(folder, "journal.parquet");
    await withRecord(flags, effects, (room) => writeRecorded(file, facts, decidedLines(room, rulebook)));
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* decidedLines({ database }: RecordRoom, rulebook: string): AsyncGenerator<RecordedLine> {
  for (let after = 0; ; ) {
    const { rows } = await database.query<{ number: number; at: Temporal.Instant; body: string }>(
      "select number, at, body from entry where kind = 'passage' and number > $1 order by number limit $2",
      [after, PAGE],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { number, at, body } of rows) yield* linesOf(number, at, parseCanonical(body) as Body, rulebook);
    after = last.number;
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
