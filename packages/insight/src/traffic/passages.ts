import type { BasketLine } from "./baskets.ts";
import type { Person } from "./persons.ts";

/** One generated passage of the Chinese gate. */
export type TrafficPassage = {
  /** Seconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Calendar day at the gate, days since 1970-01-01. */
  readonly day: number;
  readonly direction: "in" | "out";
  readonly lane: number;
  readonly visit: number;
  readonly person: Person;
  readonly vehicle: boolean;
  readonly goods: readonly BasketLine[];
};
