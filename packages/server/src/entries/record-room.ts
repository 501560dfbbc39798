import fs from "node:fs";
import path from "node:path";
import { type AnyConcept, accessConcepts, conceptTable, spineConcepts, type World } from "@twinline/zone";
import { accessTables } from "../access/state-tables.ts";
import type { Config } from "../config.ts";
import { type Connection, type Database, openDatabase } from "../database.ts";
import { StartError } from "../errors.ts";
import { originOf, type Side } from "../node.ts";
import { Shelf } from "../rulebooks/shelf.ts";
import { readWorld } from "../rulebooks/world.ts";
import { openZoneDatabase } from "../start/zone-database.ts";
import { spineTables } from "../writer/spine-tables.ts";
import type { StateTable } from "../writer/state-table.ts";
import { loadZone } from "../zones/load-zone.ts";

/** A side's journal opened to read, beside a running node or without one. Nothing is decided or written here. */
export type RecordRoom = {
  readonly origin: string;
  readonly database: Database;
  readonly connection: Connection;
  readonly shelf: Shelf;
  readonly world: World;
  readonly concepts: ReadonlyMap<string, AnyConcept>;
  readonly tables: readonly StateTable[];
  readonly close: () => Promise<void>;
};

/** Opens the journal that a configuration names. Throws StartError when there is none. */
export async function openRecordRoom(
  config: Config,
  side: Side,
  progress: (text: string) => void,
): Promise<RecordRoom> {
  const folder = path.resolve(config.dataFolder);
  if (config.database.kind === "embedded" && !fs.existsSync(folder))
    throw new StartError(
      "start/no-journal",
      `Cannot read the journal: there is no data folder "${folder}"; name it with --data`,
    );
  const zoneDatabase = await openZoneDatabase(config, progress);
  const connection = await zoneDatabase.prepare(side);
  const database = openDatabase(connection, { max: 2, allowExitOnIdle: true });
  const node = { zone: config.zone, side };
  const shelf = new Shelf(database);
  return {
    origin: originOf(node),
    database,
    connection,
    shelf,
    world: await readWorld(database, node, loadZone(config.zone), shelf),
    concepts: conceptTable([...spineConcepts, ...accessConcepts]),
    tables: [...spineTables, ...accessTables],
    close: async () => {
      await database.close();
      await zoneDatabase.stop();
    },
  };
}
