import type { StayRow } from "@twinline/api";
import type { StaySearch, StaySort } from "./stay-search.ts";

/** The rows that a search asks for, in its order; without one, the first to have entered stands first. */
export function rowsFor(rows: readonly StayRow[], search: StaySearch): readonly StayRow[] {
  const found = rows.filter((row) => matches(row, search));
  const value = values[search.sort ?? "entered"];
  const sign = search.down ? -1 : 1;
  return found.toSorted((a, b) => sign * compare(value(a), value(b)) || a.entry - b.entry);
}

function matches(row: StayRow, { find = "", gate, nationality }: StaySearch): boolean {
  const sought = find.trim().toLocaleLowerCase();
  const isFound = sought === "" || row.name.toLocaleLowerCase().includes(sought) || String(row.entry) === sought;
  return isFound && (gate === undefined || row.gate === gate) && (!nationality || row.nationality === nationality);
}

const values: Readonly<Record<StaySort, (row: StayRow) => string | number>> = {
  name: ({ name }) => name,
  nationality: ({ nationality }) => nationality,
  document: ({ documentKind }) => documentKind,
  gate: ({ gate }) => gate,
  entered: ({ enteredAt }) => enteredAt,
  left: ({ daysLeft }) => daysLeft,
};

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
