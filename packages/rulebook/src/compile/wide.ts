import type { Expression } from "../ir/expression.ts";
import { isSafe } from "../ir/integer.ts";

/** Whether the expression's value is held as a bigint. */
export function isWide(node: Expression): boolean {
  return node.bounds !== undefined && !isSafe(node.bounds);
}
