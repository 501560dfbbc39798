import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PostgresError } from "./error.ts";
import { assertOwner, type Place, placeOf, privateFolder } from "./folders.ts";
import { initialise, OWNER } from "./initialise.ts";
import { type Postmaster, runPostmaster, stopPostmaster } from "./postmaster.ts";
import { clearRemains, isServed } from "./remains.ts";
import { serverFiles } from "./server-files.ts";

/** A server that runs and does not answer yet is recovering from a crash; the more it had to do, the longer that takes. */
export const RECOVERY_PATIENCE_MS = 600_000;
const CONNECT_PATIENCE_MS = 2_000;
const PROGRESS_AFTER_MS = 2_000;
const POLL_MS = 10;
const RETRY_MS = 100;
/** A data folder that PostgreSQL itself refuses is not refused less at the tenth attempt. */
const ATTEMPTS_MAX = 10;

/** How to reach the embedded server as its owner; `attached` when it was running already. */
export type EmbeddedPostgres = Place & {
  connection: { host: string; port: number; user: string; database: string };
  attached: boolean;
};

/**
 * The PostgreSQL of this folder, started or found running; a new folder becomes a new cluster.
 * @param folder data folder @param progress called once with a word for people when it takes longer than two seconds
 * @param detached false ties the server to the process group of its starter (tests)
 * @throws PostgresError with a sentence that says what to do
 */
export async function startPostgres(
  folder: string,
  progress: (text: string) => void = () => {},
  detached = true,
): Promise<EmbeddedPostgres> {
  const place = placeOf(folder);
  const connection = { host: place.socket, port: 5432, user: OWNER, database: "postgres" };
  assertOwner(place.dataDir);
  if (await answers(connection)) return { ...place, connection, attached: true };
  const timer = setTimeout(() => progress(`Preparing the database in ${place.dataDir} …`), PROGRESS_AFTER_MS);
  try {
    const root = await serverFiles();
    for (const dir of new Set([place.dataDir, place.socket])) privateFolder(dir);
    assertOwner(place.socket);
    await initialise(root, place.dataDir);
    await runUntilAnswer(root, place, connection, detached);
    return { ...place, connection, attached: false };
  } finally {
    clearTimeout(timer);
  }
}

/** Stops the server of this folder; nothing happens when none runs. */
export async function stopPostgres(folder: string): Promise<void> {
  const { dataDir } = placeOf(folder);
  if (isServed(dataDir)) await stopPostmaster(dataDir);
}

type OwnerConnection = EmbeddedPostgres["connection"];

async function runUntilAnswer(root: string, place: Place, connection: OwnerConnection, detached: boolean) {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    clearRemains(place);
    // NOTE: a server that another start began, or that recovers by itself, is waited for and never doubled.
    if (await answersWhile(connection, () => isServed(place.dataDir))) return;
    const postmaster = runPostmaster(root, place, detached);
    if (await answersWhile(connection, () => isRunning(postmaster))) return;
    if (postmaster.failure !== undefined) throw failed(place, postmaster.failure.message);
    await sleep(RETRY_MS);
  }
  throw failed(place, lastWords(place.dataDir));
}

/** Asks until the server answers; false as soon as it is gone. */
async function answersWhile(connection: OwnerConnection, isThere: () => boolean): Promise<boolean> {
  for (const until = performance.now() + RECOVERY_PATIENCE_MS; isThere() && performance.now() < until; ) {
    if (await answers(connection)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function isRunning({ child, failure }: Postmaster): boolean {
  return failure === undefined && child.exitCode === null && child.signalCode === null;
}

async function answers(connection: OwnerConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: CONNECT_PATIENCE_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function failed({ dataDir }: Place, words: string): PostgresError {
  return new PostgresError(
    "postgres/start",
    `Cannot start PostgreSQL on the data folder "${dataDir}": ${words}; the whole story is in "${dataDir}/server.log"; restore a backup, or start with another folder by --data`,
    { dataDir },
  );
}

/** The last line in which PostgreSQL says why it would not start. */
function lastWords(dataDir: string): string {
  try {
    const lines = fs.readFileSync(path.join(dataDir, "server.log"), "utf8").split("\n");
    const line = lines.findLast((text) => /(FATAL|PANIC|could not|postgres:)/.test(text));
    return line?.replace(/^.*?(FATAL|PANIC):\s+/, "") ?? "it gave no reason";
  } catch {
    return "it left no log";
  }
}
