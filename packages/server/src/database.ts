import type { Writable } from "node:stream";
import pg from "pg";
import { columnTypes, columnValue } from "./column-types.ts";

/** Bounds of D13: every wait in the database ends. */
export const STATEMENT_TIMEOUT_MS = 5_000;
export const LOCK_TIMEOUT_MS = 3_000;
export const IDLE_TRANSACTION_TIMEOUT_MS = 5_000;
export const CONNECT_TIMEOUT_MS = 5_000;
export const CONNECTIONS_MAX = 10;

/** The role of the node's own work: no ownership, no DDL, no UPDATE or DELETE on the journal. */
export const APP_ROLE = "twinline_app";
/** The only role that sees schema `vault`; the node takes it inside a transaction, for the statements that need it. */
export const VAULT_ROLE = "twinline_vault";

/** A unix socket (host = its folder) or a server by URL. */
export type Connection = { host: string; port: number; user: string; database: string } | { connectionString: string };

export type Row = Record<string, unknown>;

/** Anything a statement can be sent to. Values and columns are safe integers, Temporal.Instant and Temporal.PlainDate. */
export type Queries = {
  /** @param name names a statement that is prepared once a connection @returns the rows and how many were touched */
  query<R extends object = Row>(
    text: string,
    values?: readonly unknown[],
    name?: string,
  ): Promise<{ rows: R[]; count: number }>;
};

export type Database = Queries & {
  readonly connection: Connection;
  readonly pool: pg.Pool;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** @param tuning smaller pools for tests, which must not keep the process alive */
export function openDatabase(connection: Connection, tuning: pg.PoolConfig = {}): Database {
  const pool = new pg.Pool({
    ...connectionSettings(connection),
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // NOTE: statements sent together on one connection share a round trip; PostgreSQL still runs them in their order.
    pipeline: true,
    ...tuning,
  });
  pool.on("error", ignoreLost);
  pool.on("connect", (client) => {
    client.on("error", ignoreLost);
    sendTogether(client);
  });
  const close = () => (pool.ended ? Promise.resolve() : pool.end());
  return { connection, pool, close, [Symbol.asyncDispose]: close, query: queriesOf(pool).query };
}

/** Settings of every connection of the node, pooled or not. */
export function connectionSettings(connection: Connection): pg.ClientConfig {
  return {
    ...connection,
    types: columnTypes,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    options: "-c TimeZone=UTC -c DateStyle=ISO",
  };
}

/**
 * One transaction, READ COMMITTED, on one connection: committed when `work` returns, rolled back when it throws. Work that
 * calls `commit` itself, right after its last statements and before it waits for them, saves a round trip.
 */
export async function transaction<T>(
  database: Database,
  work: (tx: Queries, commit: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  let broken = false;
  let committed: Promise<void> | undefined;
  const commit = () => {
    committed ??= client.query("commit").then(assertCommitted);
    return committed;
  };
  try {
    const [, result] = await together([client.query("begin"), work(queriesOf(client), commit)]);
    await commit();
    return result;
  } catch (cause) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw cause;
  } finally {
    // NOTE: a connection that could not roll back is thrown away, not handed to the next caller.
    client.release(broken);
  }
}

/** A transaction in which a statement failed ends with ROLLBACK, which is no error to the protocol. */
function assertCommitted({ command }: pg.QueryResult): void {
  if (command !== "COMMIT") throw new Error(`Cannot commit: the database answered ${command}`);
}

/** SQLSTATE in_failed_sql_transaction. */
const TRANSACTION_ABORTED = "25P02";

/** Waits until all have settled, then gives their results or throws the first failure: none goes on unobserved. */
export async function together<const T extends readonly Promise<unknown>[]>(
  promises: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const failures = settled.filter((one) => one.status === "rejected").map(({ reason }) => reason as { code?: string });
  // NOTE: what failed after the transaction was aborted is a consequence; the cause may stand later in the list.
  if (failures.length > 0) throw failures.find(({ code }) => code !== TRANSACTION_ABORTED) ?? failures[0];
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}

/** Runs statements of a transaction as the vault's role and takes the node's own role again; a failure ends the transaction, and the role with it. */
export async function asVault<T>(tx: Queries, work: (tx: Queries) => Promise<T>): Promise<T> {
  const [, result] = await together([tx.query(`set local role ${VAULT_ROLE}`), work(tx)]);
  await tx.query("reset role");
  return result;
}

export function queriesOf(client: Pick<pg.ClientBase, "query">): Queries {
  return {
    async query<R extends object>(text: string, values: readonly unknown[] = [], name?: string) {
      const config = { text, values: values.map(columnValue), ...(name === undefined ? {} : { name }) };
      const { rows, rowCount } = await client.query<R & pg.QueryResultRow>(config);
      return { rows: rows as R[], count: rowCount ?? 0 };
    },
  };
}

/** Statements of one turn leave as one buffer in one system call; each of its own would cost as much as the work it asks for. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Writable } }).connection;
  const write = stream.write.bind(stream) as (...parts: unknown[]) => boolean;
  let gathered: Uint8Array[] = [];
  const send = (): void => {
    const [only, ...more] = gathered;
    gathered = [];
    if (only !== undefined) write(more.length === 0 ? only : Buffer.concat([only, ...more]));
  };
  stream.write = ((...parts: unknown[]) => {
    const [bytes, ...rest] = parts;
    if (!(bytes instanceof Uint8Array) || rest.some((one) => one !== undefined)) {
      send();
      return write(...parts);
    }
    if (gathered.length === 0) process.nextTick(send);
    gathered.push(bytes);
    return true;
  }) as typeof stream.write;
}

/** A lost connection fails the query that runs on it; without a listener it would end the process (pg#3083). */
function ignoreLost(): void {}
