import type { DuckDBAppender } from "@duckdb/node-api";
import { openHistory, sqlText } from "../history/duckdb.ts";
import { type TrafficRow, trafficColumns } from "./columns.ts";
import type { TrafficPassage } from "./passages.ts";
import { rowsOf } from "./rows.ts";

const COLUMNS = Object.entries(trafficColumns);
const READ_PAGE = 4_096;
/** The rows only wait to be written, and the people drawn so far stand in JavaScript's memory beside them. */
const WRITE_MEMORY = "400MB";

function append(appender: DuckDBAppender, row: TrafficRow): void {
  for (const [name, type] of COLUMNS) {
    const value = row[name as keyof TrafficRow];
    if (type === "VARCHAR") appender.appendVarchar(String(value));
    else if (type === "BOOLEAN") appender.appendBoolean(value === true);
    else appender.appendInteger(Number(value));
  }
  appender.endRow();
}

/**
 * Writes generated days to one Parquet file (zstd), in order of time. `progress` is told the passages written so far.
 *
 * @returns the number of passages and rows written
 */
export async function writeTraffic(
  file: string,
  gate: string,
  days: Iterable<readonly TrafficPassage[]>,
  progress: (passages: number) => void = () => {},
): Promise<{ passages: number; rows: number }> {
  await using history = await openHistory(WRITE_MEMORY);
  const { connection } = history;
  await connection.run(
    `create table traffic (${COLUMNS.map(([name, type]) => `${name} ${type} not null`).join(", ")})`,
  );
  const appender = await connection.createAppender("traffic");
  let passages = 0;
  let rows = 0;
  for (const day of days) {
    for (const passage of day) {
      passages += 1;
      for (const row of rowsOf(passages, passage, gate)) {
        append(appender, row);
        rows += 1;
      }
    }
    appender.flushSync();
    progress(passages);
  }
  appender.closeSync();
  await connection.run(`copy traffic to ${sqlText(file)} (format parquet, compression zstd)`);
  return { passages, rows };
}

/** The rows of a history file in order of time, a page at a time, `limit` passages at the most. */
export async function* readTraffic(file: string, limit: number): AsyncGenerator<readonly TrafficRow[]> {
  await using history = await openHistory();
  const names = COLUMNS.map(([name]) => name).join(", ");
  const result = await history.connection.stream(
    `select ${names} from read_parquet(${sqlText(file)}) where passage <= ${Math.trunc(limit)} order by passage, line`,
  );
  let page: TrafficRow[] = [];
  for await (const chunk of result.yieldRowObjectJs()) {
    page.push(...(chunk as unknown as TrafficRow[]));
    if (page.length >= READ_PAGE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}
