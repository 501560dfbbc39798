import { startTestServer } from "@twinline/server/testing";
import pg from "pg";
import type { Runner } from "./engines.ts";

const OWNER = "app";

/** The embedded PostgreSQL of the tests, with one connection; integers arrive as bigints. */
export async function openPostgres(): Promise<{ readonly run: Runner; readonly close: () => Promise<void> }> {
  const server = await startTestServer();
  const client = new pg.Client({
    host: server.socket,
    port: 5432,
    user: OWNER,
    database: "postgres",
    types: {
      getTypeParser: (id, format) =>
        id === pg.types.builtins.INT8 ? (text: string) => BigInt(text) : pg.types.getTypeParser(id, format),
    },
  });
  await client.connect();
  // NOTE: compiling a query to machine code takes longer than a thousand rows do.
  await client.query("SET jit = off");
  const run: Runner = async (statements) => {
    for (const statement of statements.slice(0, -1)) await client.query(statement);
    const { rows } = await client.query<{ [column: string]: unknown }>(statements.at(-1)!);
    return rows;
  };
  return {
    run,
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}
