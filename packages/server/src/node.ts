import type { Database } from "./database.ts";
import type { Secrets } from "./secrets.ts";

/**
 * A side as its zone's file names it, in lower case (cn, la, …); each is a node of its own, with its own journal and
 * database.
 */
export type Side = string;

/** What the node may touch of the world; tests pass another record. */
export type NodeEffects = {
  now(): Temporal.Instant;
  random(bytes: number): Uint8Array;
};

/** Everything a concept's routes work with; made by `startNode`, or by a test over a fresh database. */
export type ZoneNode = {
  readonly zone: string;
  readonly side: Side;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly effects: NodeEffects;
};

/** Name of the node's journal, the origin line of its checkpoints and receipts (C2SP tlog-checkpoint). */
export function originOf({ zone, side }: Pick<ZoneNode, "zone" | "side">): string {
  return `twinline/${zone}/${side}`;
}
