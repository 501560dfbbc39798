import { joined, type Span, type Ticks } from "./ticks.ts";

/** One admitted passage of a person, by the number of its entry. */
export type Movement = {
  readonly entry: number;
  readonly direction: "in" | "out";
  readonly gate: string;
  readonly atMs: number;
};

/** One visit with the entries that prove it. Without `left` it is open, or its exit was never recorded. */
export type Visit = { readonly entered: Movement; readonly left?: Movement };

/** What the movements show: visits in order, and the entries that have no pair. */
export type Visits = {
  readonly visits: readonly Visit[];
  readonly withoutExit: readonly { readonly entered: Movement; readonly next: Movement }[];
  readonly withoutEntry: readonly { readonly left: Movement; readonly before: Movement | undefined }[];
};

/** Pairs the movements of one person, in order of the numbers of their entries (P20: by number, not by clock). */
export function visitsOf(movements: readonly Movement[]): Visits {
  const visits: Visit[] = [];
  const withoutExit: { entered: Movement; next: Movement }[] = [];
  const withoutEntry: { left: Movement; before: Movement | undefined }[] = [];
  let inside: Movement | undefined;
  let before: Movement | undefined;
  for (const movement of movements.toSorted((a, b) => a.entry - b.entry)) {
    if (movement.direction === "in") {
      if (inside !== undefined) {
        visits.push({ entered: inside });
        withoutExit.push({ entered: inside, next: movement });
      }
      inside = movement;
    } else {
      if (inside === undefined) withoutEntry.push({ left: movement, before });
      else visits.push({ entered: inside, left: movement });
      inside = undefined;
    }
    before = movement;
  }
  if (inside !== undefined) visits.push({ entered: inside });
  return { visits, withoutExit, withoutEntry };
}

/**
 * Presence of the visits, joined. Of a visit whose exit is not recorded only the tick of entry is proven: nobody loses
 * days on what is not known.
 */
export function presenceOf(visits: readonly Visit[], ticks: Ticks): readonly Span[] {
  return joined(visits.map((visit) => spanOf(visit, ticks)));
}

function spanOf({ entered, left }: Visit, ticks: Ticks): Span {
  const from = ticks.tickAt(entered.atMs);
  // NOTE: a clock that was set back may say that the exit was first; the numbers say otherwise and no span is negative.
  return { from, to: Math.max(from, ticks.tickAfter(left?.atMs ?? entered.atMs)) };
}
