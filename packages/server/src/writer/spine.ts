import type { Signer } from "@twinline/journal";
import type { AnyConcept, World } from "@twinline/zone";
import type { StateTable } from "./state-table.ts";

/** What every batch is decided with: the concepts and tables of this node, its law, its journal's key and its clock. */
export type Spine = {
  readonly origin: string;
  readonly concepts: ReadonlyMap<string, AnyConcept>;
  readonly tables: readonly StateTable[];
  readonly signer: Signer;
  /** The law in force; read once a batch, replaced between batches. */
  readonly world: () => World;
  readonly now: () => Temporal.Instant;
};
