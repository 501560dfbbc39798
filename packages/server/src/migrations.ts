import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { type Connection, connectionSettings } from "./database.ts";
import { StartError } from "./errors.ts";

export type Migration = { name: string; sql: string; checksum: string };

/** Two nodes may start at once; the number is ours alone and means "Twinline migrates". */
const MIGRATION_LOCK = 7_400_001;
/** Building an index on a large table may take long; nothing else is served meanwhile. */
const MIGRATION_TIMEOUT_MS = 600_000;
const FOLDER = path.join(import.meta.dirname, "..", "migrations");
const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

/** The migrations of this version, in order. Numbers are unique, so that two branches cannot both add a 0007. */
export function readMigrations(folder: string = FOLDER): Migration[] {
  const names = fs.readdirSync(folder).filter((name) => NAME.test(name));
  const migrations = names.toSorted().map((name) => {
    const sql = fs.readFileSync(path.join(folder, name), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
  const twice = migrations.find((one, at) => migrations[at + 1]?.name.slice(0, 4) === one.name.slice(0, 4));
  if (twice !== undefined)
    throw new StartError(
      "start/migration-number",
      `Cannot order the migrations: two share the number of "${twice.name}"`,
      {
        name: twice.name,
      },
    );
  return migrations;
}

/**
 * Brings a database to this version, as its owner: one transaction a file, under one lock.
 * @returns names of the files that ran now
 * @throws StartError when a recorded file differs from ours or a file fails; nothing of that file stays
 */
export async function migrate(connection: Connection, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ ...connectionSettings(connection), statement_timeout: MIGRATION_TIMEOUT_MS });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("set lock_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const done = await recorded(client);
    assertSame(migrations, done);
    const waiting = migrations.filter(({ name }) => !done.has(name));
    for (const migration of waiting) await runOne(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** For a node without its owner at hand. @throws StartError when the database is not exactly of this version */
export async function assertMigrated(connection: Connection, migrations = readMigrations()): Promise<void> {
  const client = new pg.Client(connectionSettings(connection));
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('migration') is not null as present");
    const done = rows[0]?.present === true ? await read(client) : new Map<string, string>();
    assertSame(migrations, done);
    const missing = migrations.find(({ name }) => !done.has(name));
    if (missing === undefined) return;
    throw new StartError(
      "start/migration-missing",
      `Cannot start: "${missing.name}" has not run on this database; set MIGRATION_URL to its owner for one start`,
      { name: missing.name },
    );
  } finally {
    await client.end();
  }
}

async function recorded(client: pg.Client): Promise<Map<string, string>> {
  await client.query(
    "create table if not exists migration (name text primary key, checksum text not null, at timestamptz not null default now())",
  );
  return read(client);
}

async function read(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>("select name, checksum from migration");
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function assertSame(migrations: readonly Migration[], done: ReadonlyMap<string, string>): void {
  for (const { name, checksum } of migrations) {
    const before = done.get(name);
    if (before === undefined || before === checksum) continue;
    throw new StartError(
      "start/migration-changed",
      `Cannot migrate: "${name}" ran on this database with other contents (SHA-256 ${before.slice(0, 12)}…, here ${checksum.slice(0, 12)}…); put the file back as it was and add a new one`,
      { name },
    );
  }
  const ours = new Set(migrations.map(({ name }) => name));
  const unknown = [...done.keys()].find((name) => !ours.has(name));
  if (unknown !== undefined)
    throw new StartError(
      "start/migration-unknown",
      `Cannot migrate: this database ran "${unknown}", which this version does not have; start the newer version of Twinline`,
      { name: unknown },
    );
}

/** The record goes first: of two runners without a lock, the second would stop at the key and change nothing. */
async function runOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query("insert into migration (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query(sql);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => {});
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      "start/migration-failed",
      `Cannot run the migration "${name}": ${words}; nothing of it was kept; mend the cause and start again`,
      { name },
    );
  }
}
