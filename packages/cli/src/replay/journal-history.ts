import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type RecordedLine, writeRecorded } from "@twinline/insight";
import type { Fact } from "@twinline/rulebook";
import { decidedPages, type RecordRoom } from "@twinline/server";
import type { Effects } from "../command.ts";
import { type RecordFlags, withRecord } from "../record.ts";

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
  for await (const { lines } of decidedPages(database, rulebook)) yield* lines;
}
