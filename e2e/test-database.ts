import { TEST_SOCKET } from "@twinline/server/testing";
import { APP_ROLE } from "../packages/server/src/database.ts";
import { OWNER } from "../packages/server/src/postgres/initialise.ts";
import { freshDatabase } from "../packages/server/src/testing/template.ts";

/** Where a node's database is, in the words of its surroundings. */
export type TestDatabase = { readonly environment: Readonly<Record<string, string>>; drop(): Promise<void> };

/** A clone of the migrated template on the runner's server, where it started one; else the node brings a server of its own. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const socket = process.env[TEST_SOCKET];
  if (socket === undefined) return { environment: {}, drop: async () => {} };
  const { name, drop } = await freshDatabase();
  const reach = (role: string): string => `postgresql:///${name}?host=${encodeURIComponent(socket)}&user=${role}`;
  return { environment: { DATABASE_URL: reach(APP_ROLE), MIGRATION_URL: reach(OWNER) }, drop };
}
