import type { DuckDBConnection } from "@duckdb/node-api";
import { type DayPeriods, monthText } from "./calendar.ts";
import { type Dimension, type DimensionName, dimensionColumns } from "./dimensions.ts";
import { ReplayError } from "./error.ts";
import type { Feed } from "./feed.ts";
import { dictionaryOf, numberIn, type OpenedHistory } from "./history-columns.ts";

/** The sums over everything come first: a dimension with one key. */
export const whole: Dimension = { name: "all", keys: ["all"], index: "0" };

/**
 * The dimensions asked for, over the history's own keys.
 *
 * @throws ReplayError "replay/dimension" when the history lacks its column
 */
export async function groupingOf(
  connection: DuckDBConnection,
  history: OpenedHistory,
  names: readonly DimensionName[],
  calendar: readonly DayPeriods[],
  feed: Feed,
): Promise<readonly Dimension[]> {
  const dimensions: Dimension[] = [];
  for (const name of names) {
    const column = dimensionColumns[name];
    if (!history.columns.has(column)) {
      const message = `Cannot tell the results by ${name}: the history has no column "${column}"`;
      throw new ReplayError("replay/dimension", name, message);
    }
    dimensions.push(await dimensionOf(connection, history, name, calendar, feed));
  }
  return dimensions;
}

async function dimensionOf(
  connection: DuckDBConnection,
  history: OpenedHistory,
  name: DimensionName,
  calendar: readonly DayPeriods[],
  feed: Feed,
): Promise<Dimension> {
  if (name === "month") {
    const first = calendar[0]!.month;
    const last = calendar.at(-1)!.month;
    const keys = Array.from({ length: last - first + 1 }, (_, index) => monthText(first + index));
    return { name, keys, index: `month - ${first}` };
  }
  const column = dimensionColumns[name];
  const texts = await dictionaryOf(connection, history, column);
  const number = feed.column(numberIn(column));
  if (name !== "chapter") return { name, keys: texts, index: number };
  // A chapter of the Harmonized System is the first two digits of its heading.
  const keys = [...new Set(texts.map((text) => text.slice(0, 2)))];
  const chapters = feed.constant(texts.map((text) => keys.indexOf(text.slice(0, 2))));
  return { name, keys, index: `${chapters}[${number}]` };
}
