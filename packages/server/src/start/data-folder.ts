import fs from "node:fs";
import { StartError } from "../errors.ts";

/**
 * Makes the data folder, or checks that it is this user's: a folder that another user began holds keys which this one
 * cannot read. Root reads all, and the database's own folder is checked by its launcher.
 * @throws StartError with the command that mends it
 */
export function openDataFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (cause) {
    throw isForeign(folder) ? foreign(folder) : unusable(folder, cause);
  }
  if (isForeign(folder)) throw foreign(folder);
}

function isForeign(folder: string): boolean {
  const uid = process.getuid?.() ?? 0;
  return uid !== 0 && fs.statSync(folder, { throwIfNoEntry: false })?.uid !== uid;
}

function foreign(folder: string): StartError {
  const { uid } = fs.statSync(folder, { throwIfNoEntry: false }) ?? {};
  if (uid === undefined) return unusable(folder, "it cannot be made");
  return new StartError(
    "start/other-owner",
    `Cannot use the data folder "${folder}": it belongs to user ${uid}, and you are user ${process.getuid?.()}; run "sudo chown -R ${process.getuid?.()} ${folder}", start as its owner, or choose another folder with --data`,
    { folder, uid },
  );
}

function unusable(folder: string, cause: unknown): StartError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    "start/data-folder",
    `Cannot use the data folder "${folder}": ${words}; mend its rights or choose another with --data`,
    { folder },
  );
}
