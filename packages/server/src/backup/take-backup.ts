import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type pg from "pg";
import type { Config } from "../config.ts";
import { type Connection, openDatabase } from "../database.ts";
import { originOf } from "../node.ts";
import { startPostgres, stopPostgres } from "../postgres/start.ts";
import { withClient } from "../postgres/with-client.ts";
import { databaseName } from "../start/zone-database.ts";
import { readHead } from "../writer/head.ts";
import { loadZone } from "../zones/load-zone.ts";
import { BackupError } from "./backup-error.ts";
import { copyFolder, type Wanted } from "./copy-folder.ts";
import { type BackedUpFile, type BackupManifest, writeManifest } from "./manifest.ts";

/** A segment of the write-ahead log: timeline and place, so that names stand in their order. */
const SEGMENT = /^pg_wal\/[0-9A-F]{24}$/;
/** What a copy must not carry (PostgreSQL manual, "Making a Base Backup Using the Low Level API"), and our socket and log. */
const LEFT_OUT = [
  /^postmaster\.(pid|opts)$/,
  /^\.s\.PGSQL\./,
  /^server\.log$/,
  /^pg_(replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/./,
  /(^|\/)(pgsql_tmp|pg_internal\.init)/,
];

const isLeftOut: Wanted = (name) => LEFT_OUT.some((pattern) => pattern.test(name));

export type Backup = { readonly config: Config; readonly to: string; readonly now: () => Temporal.Instant };

/**
 * A copy of everything a zone keeps, made while its nodes go on deciding: the database's files between `pg_backup_start` and
 * `pg_backup_stop` with the log written meanwhile, and the nodes' keys. Whoever holds it can open the vault: keep it as the
 * original is kept. Throws BackupError.
 */
export async function takeBackup({ config, to, now }: Backup): Promise<BackupManifest> {
  if (config.database.kind === "external")
    throw new BackupError(
      "backup/external",
      "Cannot back up the database of DATABASE_URL: it is your server's; use its own tools (pg_basebackup, pgBackRest)",
    );
  const data = path.resolve(config.dataFolder);
  if (!fs.existsSync(path.join(data, "secrets")))
    throw new BackupError(
      "backup/no-zone",
      `Cannot back up "${data}": no node was ever started there; name it with --data`,
    );
  assertFree(to);
  const server = await startPostgres(path.join(data, "postgres"));
  try {
    const database = path.join(to, "postgres");
    const secrets = await copyFolder(path.join(data, "secrets"), path.join(to, "secrets"), "secrets", () => true);
    const { files, journals } = await withClient(server.connection, async (client) => {
      const from = await begin(client);
      const copied = await copyFolder(
        server.dataDir,
        database,
        "postgres",
        (name) => !isLeftOut(name) && !SEGMENT.test(name),
      );
      const reached = await readJournals(server.connection, config);
      const log = await finish(client, from, server.dataDir, database);
      return { files: [...copied, ...log], journals: reached };
    });
    return writeManifest(to, {
      zone: config.zone,
      finishedAt: now().toString(),
      journals,
      files: [...files, ...secrets],
    });
  } finally {
    if (!server.attached) await stopPostgres(path.join(data, "postgres"));
  }
}

function assertFree(to: string): void {
  const found = fs.existsSync(to) ? fs.readdirSync(to) : [];
  if (found.length > 0)
    throw new BackupError(
      "backup/not-empty",
      `Cannot back up to "${to}": it holds "${found[0]}"; name a new folder with --out`,
    );
}

/** From here the log is kept: a slot of this connection holds it back from being recycled. Returns the first segment. */
async function begin(client: pg.Client): Promise<string> {
  await client.query("select pg_create_physical_replication_slot('twinline_backup', true, true)");
  const { rows } = await client.query<{ segment: string }>(
    "select pg_walfile_name(pg_backup_start('twinline', true)) as segment",
  );
  return rows[0]!.segment;
}

/** Ends the copy: the label that tells a start where to begin, and the log from then to now. */
async function finish(client: pg.Client, from: string, dataDir: string, to: string): Promise<BackedUpFile[]> {
  const { rows } = await client.query<{ labelfile: string; until: string }>(
    "select labelfile, pg_walfile_name(lsn) as until from pg_backup_stop(false)",
  );
  const { labelfile, until } = rows[0]!;
  const isNeeded: Wanted = (name) => SEGMENT.test(name) && path.basename(name) >= from && path.basename(name) <= until;
  const log = await copyFolder(dataDir, to, "postgres", isNeeded);
  const label = Buffer.from(labelfile);
  fs.writeFileSync(path.join(to, "backup_label"), label, { flush: true, mode: 0o600 });
  const sha256 = createHash("sha256").update(label).digest("hex");
  return [...log, { path: "postgres/backup_label", bytes: label.length, sha256 }];
}

/** How far each side's journal has come; what is copied holds at least that. */
async function readJournals(owner: pg.ClientConfig & Connection, config: Config): Promise<BackupManifest["journals"]> {
  const { rows } = await withClient(owner, (client) =>
    client.query<{ datname: string }>("select datname from pg_database where not datistemplate"),
  );
  const kept = new Set(rows.map(({ datname }) => datname));
  const journals: BackupManifest["journals"] = [];
  for (const { side } of loadZone(config.zone).sides) {
    const database = databaseName(config.zone, side);
    if (!kept.has(database)) continue;
    await using journal = openDatabase({ ...owner, database } as Connection, { max: 1 });
    const { number, hash } = await readHead(journal, originOf({ zone: config.zone, side }));
    journals.push({ side, number, hash: Buffer.from(hash).toString("hex") });
  }
  return journals;
}
