import type { Comparison } from "../ir/logic.ts";
import type { Cursor } from "./cursor.ts";

const signs: readonly Comparison[] = ["=", "!=", "<=", ">=", "<", ">"];

/** Takes a comparison sign if one is next. */
export function parseComparisonSign(cursor: Cursor): Comparison | undefined {
  return signs.find((sign) => cursor.take(sign));
}
