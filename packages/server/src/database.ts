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
    ...tuning,
  });
  pool.on("error", ignoreLost);
  pool.on("connect", (client) => client.on("error", ignoreLost));
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

/** One transaction, READ COMMITTED, on one connection: committed when `work` returns, rolled back when it throws. */
export async function transaction<T>(database: Database, work: (tx: Queries) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(queriesOf(client));
    await client.query("commit");
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

/** Runs statements of a transaction as the vault's role and takes the node's own role again; a failure ends the transaction, and the role with it. */
export async function asVault<T>(tx: Queries, work: (tx: Queries) => Promise<T>): Promise<T> {
  await tx.query(`set local role ${VAULT_ROLE}`);
  const result = await work(tx);
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

/** A lost connection fails the query that runs on it; without a listener it would end the process (pg#3083). */
function ignoreLost(): void {}
