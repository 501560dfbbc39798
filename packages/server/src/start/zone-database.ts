import path from "node:path";
import pg from "pg";
import type { Config } from "../config.ts";
import { APP_ROLE, type Connection, openDatabase } from "../database.ts";
import { StartError } from "../errors.ts";
import { assertMigrated, migrate } from "../migrations.ts";
import type { Side } from "../node.ts";
import { OPEN_PLACE } from "../postgres/open-place.ts";
import { startPostgres, stopPostgres } from "../postgres/start.ts";
import { withClient } from "../postgres/with-client.ts";
import { NODE_NAME } from "../safety/writer-lock.ts";
import { claimVault } from "../vault/home.ts";

const DUPLICATE_DATABASE = "42P04";

/** Where the sides' databases are. `stop` ends the server when it is the data folder's own. */
export type ZoneDatabase = {
  /** Brings the side's database to this version. @returns how the node's own role reaches it */
  prepare(side: Side): Promise<Connection>;
  /** Starts the embedded server again after it was killed; an operator's server is the operator's to start. */
  revive(): Promise<void>;
  /** The folder that holds the embedded server's data, for people. */
  readonly folder: string | undefined;
  stop(): Promise<void>;
};

/** Name of a side's database on the embedded server. */
export function databaseName(zone: string, side: Side): string {
  return `twinline_${zone.replaceAll("-", "_")}_${side}`;
}

export async function openZoneDatabase(config: Config, progress: (text: string) => void): Promise<ZoneDatabase> {
  return config.database.kind === "embedded" ? embedded(config, progress) : external(config.database);
}

/** One server for all sides of the data folder, one database a side. */
async function embedded({ dataFolder, zone }: Config, progress: (text: string) => void): Promise<ZoneDatabase> {
  const folder = path.resolve(dataFolder, "postgres");
  const { connection, dataDir } = await startPostgres(folder, progress);
  if (path.dirname(dataDir) === OPEN_PLACE)
    progress(`The database is in ${dataDir}: its user may not pass the folders above ${folder}`);
  return {
    folder: dataDir,
    revive: async () => void (await startPostgres(folder, progress)),
    async prepare(side) {
      const database = databaseName(zone, side);
      await createDatabase(connection, database);
      await prepareAsOwner({ ...connection, database }, side);
      return { ...connection, user: APP_ROLE, database };
    },
    stop: async () => {
      // NOTE: a server that does not answer is used by nobody.
      if (!(await isUsed(connection).catch(() => false))) await stopPostgres(folder);
    },
  };
}

/** Whether another node works on this server: the other side's, or the one that kept us out. */
async function isUsed(connection: pg.ClientConfig): Promise<boolean> {
  const count = "select count(*)::int as nodes from pg_stat_activity where application_name like $1";
  return withClient(connection, async (client) => (await client.query(count, [`${NODE_NAME}%`])).rows[0].nodes > 0);
}

async function createDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  await withClient(connection, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 1) return;
    await client.query(`create database ${pg.escapeIdentifier(name)}`).catch((cause: { code?: string }) => {
      // NOTE: another start was quicker between the question and the command.
      if (cause.code !== DUPLICATE_DATABASE) throw cause;
    });
  });
}

async function prepareAsOwner(owner: Connection, side: Side): Promise<void> {
  await migrate(owner);
  await using database = openDatabase(owner, { max: 1 });
  await claimVault(database, side);
}

/** The operator's server: changed only by MIGRATION_URL, otherwise it must be of this version already. */
function external({ url, ownerUrl }: { url: string; ownerUrl: string | undefined }): ZoneDatabase {
  const connection = { connectionString: url };
  return {
    folder: undefined,
    revive: async () => {},
    async prepare(side) {
      try {
        if (ownerUrl !== undefined) await prepareAsOwner({ connectionString: ownerUrl }, side);
        else await assertMigrated(connection);
      } catch (cause) {
        throw cause instanceof StartError ? cause : unreachable(cause);
      }
      return connection;
    },
    stop: async () => {},
  };
}

/** The driver's own words name host and reason, never the password. */
function unreachable(cause: unknown): StartError {
  const words = cause instanceof Error ? cause.message || (cause as { code?: string }).code : String(cause);
  return new StartError(
    "start/database",
    `Cannot reach the database of DATABASE_URL: ${words}; check that it runs and that the role may log in; at the first start set MIGRATION_URL to its owner, who makes the role`,
  );
}
