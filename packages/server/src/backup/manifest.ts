import fs from "node:fs";
import path from "node:path";
import { type Static, Type } from "typebox";
import { Check } from "typebox/value";
import { BackupError } from "./backup-error.ts";

const FORMAT = "twinline-backup/1";
const MANIFEST = "manifest.json";
/** A list of some ten thousand files is about a megabyte. */
const MANIFEST_BYTES_MAX = 64 * 1024 * 1024;

const Hash = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** What a backup holds: its files with their hashes, and how far each side's journal reached at least. */
export const BackupManifest = Type.Object(
  {
    format: Type.Literal(FORMAT),
    zone: Type.String(),
    finishedAt: Type.String({ description: "RFC 3339, the clock of the machine that made it" }),
    journals: Type.Array(
      Type.Object(
        { side: Type.String(), number: Type.Integer({ minimum: 0 }), hash: Hash },
        { additionalProperties: false },
      ),
    ),
    files: Type.Array(
      Type.Object(
        { path: Type.String({ pattern: "^[^/].*$" }), bytes: Type.Integer({ minimum: 0 }), sha256: Hash },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type BackupManifest = Static<typeof BackupManifest>;
export type BackedUpFile = BackupManifest["files"][number];

/** Last of all: a folder without it is no backup, whatever else it holds. */
export function writeManifest(folder: string, contents: Omit<BackupManifest, "format">): BackupManifest {
  const manifest: BackupManifest = { format: FORMAT, ...contents };
  const file = path.join(folder, MANIFEST);
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(manifest, null, 1)}\n`, { flush: true, mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return manifest;
}

/** Throws BackupError `backup/not-a-backup`. */
export function readManifest(folder: string): BackupManifest {
  const file = path.join(folder, MANIFEST);
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw notOne(folder, `it has no ${MANIFEST}; a backup that was broken off has none`);
  if (size > MANIFEST_BYTES_MAX) throw notOne(folder, `its ${MANIFEST} is larger than ${MANIFEST_BYTES_MAX} bytes`);
  const read: unknown = parse(fs.readFileSync(file, "utf8"));
  if (!Check(BackupManifest, read) || read.files.some(({ path: name }) => name.split("/").includes("..")))
    throw notOne(folder, `its ${MANIFEST} is not of the format ${FORMAT}`);
  return read;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notOne(folder: string, why: string): BackupError {
  return new BackupError("backup/not-a-backup", `Cannot restore from "${folder}": ${why}`);
}
