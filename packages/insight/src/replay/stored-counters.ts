import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CheckedRulebook } from "@twinline/rulebook";
import { sqlText } from "../history/duckdb.ts";
import { withStoredCounter } from "./sql.ts";

/** A history as SQL: its rows, their columns, and a name that changes when the rows do. */
export type CountableHistory = {
  readonly source: string;
  readonly columns: readonly string[];
  readonly name: string;
};

/**
 * The history with the counters of facts of a rulebook beside its columns, in a Parquet file that every later what-if reads: the
 * file is named by the definitions of the counters, so that a reform which changes a definition counts anew, and one which
 * does not finds the counters made.
 *
 * @returns the file and whether it was made already
 */
export async function storeCounters(
  connection: DuckDBConnection,
  rulebook: CheckedRulebook,
  { source, columns, name }: CountableHistory,
  folder: string,
): Promise<{ readonly file: string; readonly isKnown: boolean }> {
  const counters = rulebook.counters.filter(({ kind }) => kind === "facts");
  const definitions = counters.map(({ name: counter, definition }) => `${counter} ${definition}`).sort();
  const key = createHash("sha256")
    .update([name, ...columns, ...definitions].join("\n"))
    .digest("hex");
  const file = path.join(folder, `counted-${key}.parquet`);
  if (existsSync(file)) return { file, isKnown: true };
  mkdirSync(folder, { recursive: true });
  const { text } = counters.reduce(
    (made, counter) => ({
      text: `(${withStoredCounter(rulebook, counter.name, made.text, made.columns)})`,
      columns: [...made.columns, counter.name],
    }),
    { text: source, columns },
  );
  const part = `${file}.part`;
  rmSync(part, { force: true });
  await connection.run(
    `copy (select * from ${text} as counted) to ${sqlText(part)} (format parquet, compression zstd)`,
  );
  renameSync(part, file);
  return { file, isKnown: false };
}
