import { tmpdir } from "node:os";
import path from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** DuckDB keeps to it by itself; with the process around it a replay stays below 1.5 GB. */
export const MEMORY_LIMIT = "900MB";
export const THREADS = "2";
/** What does not fit into memory goes here; the default is a folder wherever the command was called. */
const SPILL = path.join(tmpdir(), `twinline-duckdb-${process.pid}`);

/** An open DuckDB connection that closes itself and its instance. */
export type History = AsyncDisposable & { readonly connection: DuckDBConnection };

/**
 * DuckDB in memory with its limits always set: by default it takes most of the memory and every thread, and its crashes
 * under memory pressure are native (duckdb/duckdb#24965).
 */
export async function openHistory(memoryLimit: string = MEMORY_LIMIT): Promise<History> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: THREADS,
    memory_limit: memoryLimit,
    temp_directory: SPILL,
  });
  const connection = await instance.connect();
  return {
    connection,
    [Symbol.asyncDispose]: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A path or text as a SQL literal; DuckDB's COPY takes no parameters. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
