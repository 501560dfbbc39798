import pg from "pg";
import { DATABASE } from "../http/recorded.ts";

/** Number of the newest entry of the node whose database lies in the folder. */
export async function lastNumber(folder: string): Promise<number> {
  const client = new pg.Client({ host: folder, port: 5432, user: "app", database: DATABASE });
  await client.connect();
  try {
    const { rows } = await client.query<{ last: number }>("select coalesce(max(number), 0)::int as last from entry");
    return rows[0]?.last ?? 0;
  } finally {
    await client.end();
  }
}
