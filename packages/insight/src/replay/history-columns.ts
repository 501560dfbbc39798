import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../history/duckdb.ts";
import { ReplayError } from "./error.ts";

/** A history opened as the view `history`: its columns, its days and the texts that occur in it. */
export type OpenedHistory = {
  readonly columns: ReadonlySet<string>;
  /** Texts of the columns asked for so far. */
  readonly dictionaries: Map<string, readonly string[]>;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Rows and passages that leave. */
  readonly lines: number;
  readonly passages: number;
};

/** What every history has; the facts a rulebook needs come on top. */
const NEEDED = ["passage", "second", "day", "direction", "person", "line"] as const;

/**
 * Opens a Parquet file as the view `history` and reads its extent.
 *
 * @throws ReplayError when it lacks a column that every history has, or holds no passage that leaves
 */
export async function openHistoryFile(connection: DuckDBConnection, file: string): Promise<OpenedHistory> {
  await connection.run(`create view history as select * from read_parquet(${sqlText(file)})`);
  const described = await connection.runAndReadAll("describe history");
  const columns = new Set(described.getRows().map(([name]) => String(name)));
  for (const column of NEEDED) {
    if (!columns.has(column)) {
      throw new ReplayError("replay/history", column, `Cannot replay the history: it has no column "${column}"`);
    }
  }
  const extent = await connection.runAndReadAll(
    `select min(day), max(day), count(*)::integer, count(distinct passage)::integer from history where ${LEAVING}`,
  );
  const [firstDay, lastDay, lines, passages] = extent.getRows()[0]!.map(Number);
  if (!lines) throw new ReplayError("replay/history", "direction", "Cannot replay the history: nobody leaves in it");
  return {
    columns,
    dictionaries: new Map(),
    firstDay: firstDay!,
    lastDay: lastDay!,
    lines,
    passages: passages!,
  };
}

/** Rows of passages out of the zone: those that a departure rulebook decides. */
export const LEAVING = "direction = 'out'";

/** The texts of a column in order, and the ENUM type made of them, by which DuckDB turns them into 32-bit numbers. */
export async function dictionaryOf(
  connection: DuckDBConnection,
  { dictionaries }: OpenedHistory,
  column: string,
): Promise<readonly string[]> {
  const known = dictionaries.get(column);
  if (known !== undefined) return known;
  const name = quoted(column);
  const found = await connection.runAndReadAll(
    `select distinct ${name} from history where ${LEAVING} and ${name} is not null order by 1`,
  );
  const texts = found.getRows().map(([text]) => String(text));
  // An ENUM has one text at least.
  if (texts.length === 0) texts.push("");
  await connection.run(`create type ${quoted(`texts of ${column}`)} as enum (${texts.map(sqlText).join(", ")})`);
  dictionaries.set(column, texts);
  return texts;
}

/** SQL of a text's number in its dictionary. */
export function numberIn(column: string): string {
  return `enum_code(x.${quoted(column)}::${quoted(`texts of ${column}`)})::integer`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
