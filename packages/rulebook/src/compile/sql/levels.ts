import type { Dialect } from "./dialect.ts";

/** One computed column. */
export type Item = { readonly name: string; readonly text: string };

/**
 * The items that the wanted columns need, by depth: one SELECT may hold all that do not read each other, and no
 * SELECT reads a name it makes (ClickHouse would take the new one).
 */
export function levelsOf(items: readonly Item[], wanted: readonly string[], dialect: Dialect): Item[][] {
  const reads = readsOf(items, dialect);
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name) || !reads.has(name)) return;
    needed.add(name);
    for (const read of reads.get(name)!) need(read);
  };
  for (const name of wanted) need(name);
  const placed = new Set<string>();
  const levels: Item[][] = [];
  let rest = items.filter(({ name }) => needed.has(name));
  while (rest.length > 0) {
    const ready = rest.filter(({ name }) => reads.get(name)!.every((read) => placed.has(read)));
    if (ready.length === 0) throw new TypeError("Cannot order the columns: they read each other");
    for (const { name } of ready) placed.add(name);
    levels.push(ready);
    rest = rest.filter(({ name }) => !placed.has(name));
  }
  return levels;
}

/** Which items each item's text names, outside of texts of the law. */
function readsOf(items: readonly Item[], { textPattern }: Dialect): Map<string, readonly string[]> {
  const names = new Set(items.map(({ name }) => name));
  return new Map(
    items.map(({ name, text }) => {
      const quoted = text.replace(textPattern, "").matchAll(/"([^"]+)"/g);
      return [name, [...new Set([...quoted].map(([, read]) => read!))].filter((read) => names.has(read))];
    }),
  );
}
