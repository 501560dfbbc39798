import { randomBytes } from "node:crypto";
import path from "node:path";
import type { Config } from "../config.ts";
import type { Log } from "../http/request-log.ts";
import type { Side, ZoneNode } from "../node.ts";
import { openSecrets } from "../secrets.ts";
import type { SiteFiles } from "../site/files.ts";
import { compose, tailOf } from "./compose.ts";
import { openDataFolder } from "./data-folder.ts";
import { type RunningNode, startNode } from "./running-node.ts";
import { openZoneDatabase, type ZoneDatabase } from "./zone-database.ts";

export type ZoneOptions = {
  config: Config;
  /** The built screens; empty until they are built. */
  site: () => SiteFiles;
  /** A demonstration: officers may work without a passkey. */
  demo: boolean;
  log: Log;
  progress: (text: string) => void;
  now?: () => Temporal.Instant;
};

/** The nodes of this process, one a side, and their database. */
export type RunningZone = {
  nodes: readonly RunningNode[];
  databaseFolder: string | undefined;
  /** Settles only when a node ended by itself. */
  stopped: Promise<void>;
  stop(): Promise<void>;
};

/** Starts every side that the configuration names, or none. @throws StartError or PostgresError with what to do */
export async function startZone(options: ZoneOptions): Promise<RunningZone> {
  openDataFolder(options.config.dataFolder);
  const database = await openZoneDatabase(options.config, options.progress);
  const nodes: RunningNode[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= Promise.all(nodes.map((node) => node.stop())).then(() => database.stop());
    return stopping;
  };
  try {
    for (const side of options.config.sides) nodes.push(await startSide(options, database, side, nodes.length));
  } catch (cause) {
    await stop();
    throw cause;
  }
  const stopped = Promise.race(nodes.map((node) => node.stopped));
  return { nodes, databaseFolder: database.folder, stopped, stop };
}

async function startSide(options: ZoneOptions, database: ZoneDatabase, side: Side, at: number): Promise<RunningNode> {
  const { config, log } = options;
  const connection = await database.prepare(side);
  const prefixed: Log = config.sides.length === 1 ? log : (line, kind) => log(`${side} ${line}`, kind);
  const effects: ZoneNode["effects"] = {
    now: options.now ?? (() => Temporal.Now.instant()),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
  };
  return startNode({
    zone: config.zone,
    side,
    secrets: openSecrets(path.resolve(config.dataFolder, "secrets", side)),
    effects,
    connection,
    revive: database.revive,
    port: config.port === 0 ? 0 : config.port + at,
    site: options.site,
    log: prefixed,
    verifyTail: tailOf({ zone: config.zone, side }),
    compose: (node) =>
      compose(node, {
        zone: config.zone,
        side,
        origin: config.origin,
        demo: options.demo,
        histories: path.resolve(config.dataFolder, "histories", side),
      }),
  });
}
