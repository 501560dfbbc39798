import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { APP_ROLE, type Connection, type Database, openDatabase } from "../database.ts";
import { migrate, readMigrations } from "../migrations.ts";
import { OWNER } from "../postgres/initialise.ts";
import { withClient } from "../postgres/with-client.ts";
import { startTestServer, stopTestServerNow, TEST_SOCKET } from "./test-server.ts";

/** A migrated, empty database of one test. `database` works as the node does; `owner` may look and break things. */
export type FreshDatabase = {
  database: Database;
  owner: Database;
  name: string;
  connection: Connection;
  drop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Marks "the template is being made" between test processes. */
const TEMPLATE_LOCK = 7_400_002;
const POOL_MAX = 16;

/**
 * Clones the migrated template; the server is the runner's, or one of this process that ends with it.
 * Use as `await using fresh = await freshDatabase();` or call `drop`.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { host, template } = await ready();
  const name = `t_${randomBytes(8).toString("hex")}`;
  await asAdmin(host, (admin) => admin.query(`create database ${name} template ${template}`));
  const connection = { host, port: 5432, user: APP_ROLE, database: name };
  const tuning = { max: POOL_MAX, allowExitOnIdle: true };
  const database = openDatabase(connection, tuning);
  const owner = openDatabase({ ...connection, user: OWNER }, tuning);
  const drop = async () => {
    await Promise.all([database.close(), owner.close()]);
    await asAdmin(host, (admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { database, owner, name, connection, drop, [Symbol.asyncDispose]: drop };
}

let preparing: Promise<{ host: string; template: string }> | undefined;

function ready(): Promise<{ host: string; template: string }> {
  preparing ??= prepare();
  return preparing;
}

async function prepare(): Promise<{ host: string; template: string }> {
  const host = process.env[TEST_SOCKET] ?? (await ownServer());
  const migrations = readMigrations();
  const hash = createHash("sha256").update(migrations.map(({ checksum }) => checksum).join());
  const template = `template_${hash.digest("hex").slice(0, 16)}`;
  await asAdmin(host, async (admin) => {
    await admin.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1 and datistemplate", [
      template,
    ]);
    if (rowCount === 1) return;
    await admin.query(`drop database if exists ${template}`);
    await admin.query(`create database ${template}`);
    await migrate({ host, port: 5432, user: OWNER, database: template }, migrations);
    await admin.query(`alter database ${template} is_template true`);
  });
  return { host, template };
}

async function ownServer(): Promise<string> {
  const { socket } = await startTestServer();
  process.on("exit", stopTestServerNow);
  return socket;
}

function asAdmin<T>(host: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  return withClient({ host, port: 5432, user: OWNER, database: "postgres" }, work);
}
