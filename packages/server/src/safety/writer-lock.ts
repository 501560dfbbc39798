import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Connection, connectionSettings } from "../database.ts";
import { StartError } from "../errors.ts";

/** One number for "I write this journal"; advisory locks are per database, and each side's journal has its own. */
const WRITER_LOCK = 7_400_003;
/** A killed node's connection is noticed by PostgreSQL at once, but not before the next node may ask. */
const ATTEMPTS_MAX = 10;
const RETRY_MS = 100;
/** A line that is cut in silence is noticed within two beats. */
export const HEARTBEAT_MS = 5_000;

/** How a node's lock connection is named in pg_stat_activity; the holder follows. */
export const NODE_NAME = "twinline: ";

/** The lock is held as long as its connection lives; `lost` settles when it is gone, and the node must stop deciding. */
export type WriterLock = { readonly lost: Promise<void>; release(): Promise<void> };

/**
 * Makes this process the one writer of the journal (promises.md D2).
 * @param holder how a second start names this one, e.g. "process 4711 on gate-server"
 * @throws StartError that names the process which holds the lock
 */
export async function takeWriterLock(connection: Connection, holder: string): Promise<WriterLock> {
  const client = new pg.Client({
    ...connectionSettings(connection),
    application_name: `${NODE_NAME}${holder}`,
    query_timeout: HEARTBEAT_MS,
  });
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  client.on("error", () => resolve());
  client.on("end", () => resolve());
  await client.connect();
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [WRITER_LOCK]);
    if (rows[0]?.taken === true) return held(client, lost, resolve);
    await sleep(RETRY_MS);
  }
  const other = await findHolder(client);
  await client.end();
  throw new StartError(
    "start/already-running",
    `Cannot start: another node writes this journal already (${other}); stop it first, or use another folder by --data`,
    { holder: other },
  );
}

function held(client: pg.Client, lost: Promise<void>, lose: () => void): WriterLock {
  const beat = setInterval(() => void client.query("select 1").catch(lose), HEARTBEAT_MS);
  void lost.then(() => clearInterval(beat));
  return {
    lost,
    release: async () => {
      lose();
      await client.end();
    },
  };
}

async function findHolder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [WRITER_LOCK],
  );
  return rows[0]?.name.replace(NODE_NAME, "") ?? "its name is not visible to this role";
}
