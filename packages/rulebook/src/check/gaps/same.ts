import type { Expression } from "../../ir/expression.ts";

/** Whether two outputs are written alike, wherever they stand in the file. */
export function sameOutput(a: Expression, b: Expression): boolean {
  return withoutPlaces(a) === withoutPlaces(b);
}

/** A node as text without the places in it. */
export function withoutPlaces(node: unknown): string {
  return JSON.stringify(node, (key, value) => (key === "at" ? undefined : value));
}
