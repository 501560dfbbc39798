import type { DuckDBAppender } from "@duckdb/node-api";
import { type Fact, isNumeric } from "@twinline/rulebook";
import { openHistory, sqlText } from "./duckdb.ts";

/** Column of a history in which a decision's own fact was recorded: `fact goods_value`. */
export const RECORDED = "fact ";

/** One decided line of a journal, in the order of the journal; `second` since 1970, `day` the legal day. */
export type RecordedLine = {
  readonly passage: number;
  readonly line: number;
  readonly second: number;
  readonly day: number;
  readonly gate: string;
  /** The journal's token of the person; the file has a number of its own for each. */
  readonly person: string;
  readonly nationality: string;
  readonly hs: string;
  readonly category: string;
  readonly facts: { readonly [name: string]: string | number | boolean };
};

const COLUMNS = [
  ["passage", "integer"],
  ["line", "integer"],
  ["second", "integer"],
  ["day", "integer"],
  ["direction", "varchar"],
  ["gate", "varchar"],
  ["person", "integer"],
  ["nationality", "varchar"],
  ["hs", "varchar"],
  ["category", "varchar"],
] as const;

/**
 * Writes decided lines of a journal to a Parquet file that replay reads: the facts are those the gate decided on, so that
 * nothing is guessed. Tokens of people do not leave the journal.
 *
 * @returns the number of lines written
 */
export async function writeRecorded(
  file: string,
  facts: readonly Pick<Fact, "name" | "type">[],
  lines: AsyncIterable<RecordedLine> | Iterable<RecordedLine>,
): Promise<number> {
  await using history = await openHistory();
  const { connection } = history;
  const own = facts.map((fact) => `"${RECORDED}${fact.name}" ${columnType(fact)}`);
  const columns = [...COLUMNS.map(([name, type]) => `${name} ${type} not null`), ...own];
  await connection.run(`create table recorded (${columns.join(", ")})`);
  const appender = await connection.createAppender("recorded");
  const persons = new Map<string, number>();
  let written = 0;
  for await (const line of lines) {
    const person = persons.getOrInsertComputed(line.person, () => persons.size);
    const row = { ...line, person, direction: "out" };
    for (const [name, type] of COLUMNS) {
      if (type === "varchar") appender.appendVarchar(String(row[name]));
      else appender.appendInteger(Number(row[name]));
    }
    for (const fact of facts) appendFact(appender, fact, line.facts[fact.name]);
    appender.endRow();
    written += 1;
  }
  appender.closeSync();
  await connection.run(`copy recorded to ${sqlText(file)} (format parquet, compression zstd)`);
  return written;
}

type Typed = Pick<Fact, "type">;

function columnType({ type }: Typed): string {
  if (isNumeric(type)) return "bigint";
  return type.kind === "boolean" ? "boolean" : "varchar";
}

/** A fact that was not recorded, or not as this type, is left empty: its decisions are then unanswerable, and said so. */
function appendFact(appender: DuckDBAppender, { type }: Typed, value: string | number | boolean | undefined): void {
  if (isNumeric(type) && typeof value === "number" && Number.isSafeInteger(value)) appender.appendBigInt(BigInt(value));
  else if (type.kind === "boolean" && typeof value === "boolean") appender.appendBoolean(value);
  else if (!isNumeric(type) && type.kind !== "boolean" && typeof value === "string") appender.appendVarchar(value);
  else appender.appendNull();
}
