import type { World } from "./installed.ts";
import type { JsonObject } from "./json.ts";
import type { Change, State, StateKey } from "./state.ts";

/** What a caller asks of the spine. The kind names the concept that decides it. */
export type Command = { readonly kind: string };

/** Who asked: tokens of officers and devices, never names. `confirmed` is the hash of what the second officer signed for. */
export type Author = {
  readonly officer?: string;
  readonly device?: string;
  readonly second?: string;
  readonly confirmed?: string;
};

/** When and as which entry a command is decided. */
export type Moment = { readonly atMs: number; readonly number: number };

/** What came of it. A refusal is an entry like any other (P5). */
export const outcomes = ["admit", "refer", "refuse", "done", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

/** The pure answer of a concept: outcome, code of the reason, and the details that the entry keeps. */
export type Ruling = { readonly outcome: Outcome; readonly reason: string; readonly details: JsonObject };

/**
 * Body of an entry. `details` of the ruling stand beside these fields. No personal data, no free text (D5).
 * `decisions` are the pure decisions taken; `counts` says which of their counters move.
 */
export type Body = JsonObject & {
  readonly kind: string;
  readonly at: string;
  readonly outcome: string;
  readonly reason: string;
};

/**
 * One concept of the zone on the spine. `decide` and `apply` are pure; state changes follow from the body alone,
 * so that a node can be rebuilt from its journal.
 */
export type Concept<C extends Command = Command> = {
  readonly kind: C["kind"];
  /** Every row of state that `decide` reads or `apply` changes, counters included. */
  readonly keys: (command: C, world: World, atMs: number) => readonly StateKey[];
  readonly decide: (command: C, state: State, world: World, moment: Moment) => Ruling;
  readonly apply: (body: Body, number: number) => readonly Change[];
};

/** A concept with its command type hidden, as the spine's table of concepts holds it. */
export type AnyConcept = {
  readonly kind: string;
  readonly keys: (command: never, world: World, atMs: number) => readonly StateKey[];
  readonly decide: (command: never, state: State, world: World, moment: Moment) => Ruling;
  readonly apply: (body: Body, number: number) => readonly Change[];
};
