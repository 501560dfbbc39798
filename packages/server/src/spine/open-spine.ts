import type { Signer } from "@twinline/journal";
import { type AnyConcept, conceptTable, spineConcepts, type World, type Zone } from "@twinline/zone";
import { Checkpoints } from "../entries/checkpoints.ts";
import { journalSigner } from "../entries/journal-key.ts";
import { originOf, type ZoneNode } from "../node.ts";
import { Shelf } from "../rulebooks/shelf.ts";
import { readWorld } from "../rulebooks/world.ts";
import { foundHead } from "../writer/head.ts";
import { spineTables } from "../writer/spine-tables.ts";
import type { StateTable } from "../writer/state-table.ts";
import { Writer } from "../writer/writer.ts";

/** Concepts and tables that join the spine's own: access, goods, cases. */
export type SpineParts = { readonly concepts: readonly AnyConcept[]; readonly tables: readonly StateTable[] };

/** The spine at work: everything that routes and jobs of a node need of it. */
export type OpenSpine = {
  readonly origin: string;
  readonly zone: Zone;
  readonly concepts: ReadonlyMap<string, AnyConcept>;
  readonly tables: readonly StateTable[];
  readonly signer: Signer;
  readonly writer: Writer;
  readonly now: () => Temporal.Instant;
  readonly shelf: Shelf;
  readonly checkpoints: Checkpoints;
  /** The law in force; a publication replaces it before the next command is decided. */
  readonly world: () => World;
  /** Reads the law again before the next command is decided. */
  readonly renew: () => void;
  /** Settles what waits, signs the last checkpoint and stops. */
  readonly close: () => Promise<void>;
};

/** Opens the journal of a node, with the law that is in force there. Nothing is decided yet. */
export async function openSpine(node: ZoneNode, zone: Zone, parts: SpineParts): Promise<OpenSpine> {
  const { database } = node;
  const origin = originOf(node);
  const concepts = conceptTable([...spineConcepts, ...parts.concepts]);
  const tables = [...spineTables, ...parts.tables];
  const signer = journalSigner(node);
  const shelf = new Shelf(database);
  await foundHead(database, origin);
  let world = await readWorld(database, node, zone, shelf);
  let isStale = false;
  const checkpoints = new Checkpoints(database, origin, signer, node.effects.now);
  const spine = { origin, concepts, tables, signer, world: () => world, now: node.effects.now };
  const writer = new Writer(database, spine, {
    committed: async (last) => {
      if (isStale) world = await readWorld(database, node, zone, shelf);
      isStale = false;
      checkpoints.grown(last);
    },
  });
  return {
    ...spine,
    zone,
    writer,
    shelf,
    checkpoints,
    renew: () => {
      isStale = true;
    },
    close: async () => {
      await writer.close();
      await checkpoints.close();
    },
  };
}
