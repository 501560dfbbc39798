import pg from "pg";

/** One connection of its own for a piece of work that no pool serves: an owner's, or a backup's. It ends with the work. */
export async function withClient<T>(settings: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(settings);
  // NOTE: a connection that breaks fails the statement that waits on it; the event alone would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
