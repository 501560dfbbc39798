import fs from "node:fs";
import path from "node:path";
import type { Config } from "../config.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { openRecordRoom, type RecordRoom } from "../entries/record-room.ts";
import { placeOf, privateFolder } from "../postgres/folders.ts";
import { serverIdentity } from "../postgres/identity.ts";
import { verifyTail } from "../safety/verify-tail.ts";
import { BackupError } from "./backup-error.ts";
import { copyFile, together } from "./copy-folder.ts";
import { type BackupManifest, readManifest } from "./manifest.ts";

export type Restore = {
  readonly from: string;
  /** Its data folder must be new or empty. */
  readonly config: Config;
  readonly progress: (text: string) => void;
};

/** One side as it stands again: every link of its chain followed, and all state made anew and found the same. */
export type RestoredSide = { readonly side: string; readonly entries: number; readonly hash: string };

/**
 * Lays a backup into a new data folder and proves it before anybody trusts it (promises.md P32): every file by its hash, the
 * whole chain of each side, that it reaches what the backup promised, and that the state is what the journal gives. Throws
 * BackupError; what was laid then is not to be used.
 */
export async function restoreBackup({ from, config, progress }: Restore): Promise<readonly RestoredSide[]> {
  const manifest = readManifest(from);
  if (manifest.zone !== config.zone)
    throw new BackupError(
      "backup/other-zone",
      `Cannot restore "${from}" as "${config.zone}": it is of "${manifest.zone}"`,
    );
  const data = path.resolve(config.dataFolder);
  const database = placeOf(path.join(data, "postgres")).dataDir;
  for (const folder of [data, database]) assertFree(folder);
  await lay(from, manifest, data, database);
  const sides: RestoredSide[] = [];
  for (const journal of manifest.journals) {
    const room = await openRecordRoom({ ...config, sides: [journal.side] }, journal.side, progress);
    try {
      sides.push(await prove(room, journal));
    } finally {
      await room.close();
    }
  }
  return sides;
}

function assertFree(folder: string): void {
  if (!fs.existsSync(folder) || fs.readdirSync(folder).length === 0) return;
  throw new BackupError(
    "backup/not-empty",
    `Cannot restore into "${folder}": it is not empty; name a new folder with --data`,
  );
}

async function lay(from: string, { files }: BackupManifest, data: string, database: string): Promise<void> {
  fs.mkdirSync(data, { recursive: true });
  privateFolder(database);
  await together(files, async ({ path: name, sha256 }) => {
    const inDatabase = name.startsWith("postgres/");
    const to = inDatabase ? path.join(database, name.slice("postgres/".length)) : path.join(data, name);
    const copied = await copyFile(path.join(from, name), to);
    if (copied?.sha256 !== sha256)
      throw new BackupError(
        "backup/changed-file",
        `Cannot believe the backup: "${name}" is ${copied ? "changed" : "gone"}`,
      );
  });
  // NOTE: PostgreSQL wants its empty folders too.
  for (const folder of emptyFolders(path.join(from, "postgres")))
    fs.mkdirSync(path.join(database, folder), { recursive: true, mode: 0o700 });
  giveToServer(database);
}

function emptyFolders(folder: string): string[] {
  const found = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** A node started by root hands its database to another user. */
function giveToServer(folder: string): void {
  const { uid, gid } = serverIdentity();
  if (uid === undefined) return;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    fs.chownSync(path.join(entry.parentPath, entry.name), uid, gid);
}

async function prove(room: RecordRoom, journal: BackupManifest["journals"][number]): Promise<RestoredSide> {
  await verifyTail(room.database, room.origin, Number.MAX_SAFE_INTEGER);
  const { rows } = await room.database.query<{ hash: string }>(
    "select encode(hash, 'hex') as hash from entry where number = $1",
    [journal.number],
  );
  if (journal.number > 0 && rows[0]?.hash !== journal.hash)
    throw new BackupError(
      "backup/short",
      `Cannot believe the backup: entry ${journal.number} of "${journal.side}" is not the one it promised`,
    );
  const { same, entries } = await rebuildState(room.connection, { ...room, rulebooks: room.world.rulebooks });
  if (!same)
    throw new BackupError(
      "backup/state",
      `Cannot believe the backup: the state of "${journal.side}" is not what its journal gives; run "twinline rebuild --side ${journal.side}" to see where`,
    );
  return { side: journal.side, entries, hash: rows[0]?.hash ?? journal.hash };
}
