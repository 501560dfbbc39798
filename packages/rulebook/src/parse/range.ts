import type { Cursor } from "./cursor.ts";
import type { Range, Syntax } from "./syntax.ts";

/** Parses `[a..b]`; a round bracket excludes its end. */
export function parseRange(cursor: Cursor, parseOperand: (cursor: Cursor) => Syntax): Range {
  const { at } = cursor.token;
  const includesLow = cursor.take("[") !== undefined;
  if (!includesLow) cursor.expect("(", 'or "[" to begin a range');
  const low = parseOperand(cursor);
  cursor.expect("..", "between the ends of a range");
  const high = parseOperand(cursor);
  const includesHigh = cursor.take("]") !== undefined;
  if (!includesHigh) cursor.expect(")", 'or "]" to end a range');
  return { low, high, includesLow, includesHigh, at };
}
