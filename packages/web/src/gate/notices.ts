import type { NodeView, Rulebook } from "./node-view.ts";
import type { Notice } from "./view.ts";

/** The news of this moment, the most pressing first. */
export function noticesOf(
  node: NodeView,
  changed: readonly Rulebook[],
  news: readonly Notice[],
  printer: boolean,
): readonly Notice[] {
  return [
    ...changed.map((rulebook) => ({ kind: "rulebook-changed", rulebook }) as const),
    ...(node.listsStale ? [{ kind: "lists-stale", age: node.listsAge ?? 0 } as const] : []),
    ...news,
    ...(printer ? [] : [{ kind: "printer-missing" } as const]),
  ];
}
