import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PostgresError } from "./error.ts";
import { ownerUid, serverIdentity } from "./identity.ts";
import { findClosedParent, OPEN_PLACE } from "./open-place.ts";

const SOCKET = ".s.PGSQL.5432";
/** sockaddr_un: 107 bytes on Linux, 103 on macOS. */
export const SOCKET_PATH_MAX = 103;

/** Where one embedded database lives: its data, and the socket it is reached by. Both are 0700: `trust` rests on it. */
export type Place = { dataDir: string; socket: string };

export function placeOf(folder: string): Place {
  const wanted = realPath(path.resolve(folder));
  const dataDir = findClosedParent(wanted) === undefined ? wanted : path.join(OPEN_PLACE, `data-${shortHash(wanted)}`);
  const direct = Buffer.byteLength(path.join(dataDir, SOCKET)) <= SOCKET_PATH_MAX;
  return { dataDir, socket: direct ? dataDir : path.join(os.tmpdir(), `twinline-${shortHash(dataDir)}`) };
}

/** @param socket socket folder @returns the lock file that PostgreSQL keeps beside its socket */
export function socketLock(socket: string): string {
  return path.join(socket, `${SOCKET}.lock`);
}

/** Parents keep the default mode: `recursive` would give them 0700 as well, and the database's user could not pass. */
export function privateFolder(folder: string): void {
  try {
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    if (!fs.existsSync(folder)) {
      fs.mkdirSync(folder, { mode: 0o700 });
      const { uid, gid } = serverIdentity();
      if (uid !== undefined) fs.chownSync(folder, uid, gid);
    }
  } catch (cause) {
    throw new PostgresError(
      "postgres/folder",
      `Cannot make the folder "${folder}": choose another with --data, or mend its rights (${String(cause)})`,
      { folder },
    );
  }
}

/** A folder made by root belongs to nobody, one made by a person to that person: the other cannot use it. */
export function assertOwner(folder: string): void {
  const wanted = ownerUid();
  if (wanted === undefined || !fs.existsSync(folder)) return;
  const { uid } = fs.statSync(folder);
  if (uid === wanted) return;
  throw new PostgresError(
    "postgres/other-owner",
    `Cannot use the data folder "${folder}": it belongs to user ${uid} and this node's database runs as user ${wanted}; run "sudo chown -R ${wanted} ${folder}", start as its owner, or choose another folder with --data`,
    { folder, uid, wanted },
  );
}

/** Without symbolic links, as /proc shows a process's folder; the part that does not exist yet stays as written. */
function realPath(target: string): string {
  if (fs.existsSync(target)) return fs.realpathSync(target);
  return path.join(realPath(path.dirname(target)), path.basename(target));
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
