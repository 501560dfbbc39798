/** Slots last a quarter of an hour; both sides' clocks differ by whole hours, so that a quarter is the same one on each. */
export const QUARTER_MS = 900_000;

/** A quarter of an hour, counted from 1970-01-01T00:00Z: the number of a slot. */
export type Quarter = number;

/** The quarter in which an instant lies. */
export function quarterOf(atMs: number): Quarter {
  return Math.floor(atMs / QUARTER_MS);
}

/** Start of a quarter in epoch ms. */
export function quarterStart(quarter: Quarter): number {
  return quarter * QUARTER_MS;
}

/** Every quarter from the first to before the end. */
export function quartersBetween(from: Quarter, until: Quarter): readonly Quarter[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at);
}
