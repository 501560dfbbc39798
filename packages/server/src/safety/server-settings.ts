import type { Database } from "../database.ts";
import { StartError } from "../errors.ts";

export const POSTGRES_VERSION_MIN = 15;
const VERSION_UNIT = 10_000;

type Settings = {
  version: number;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  data_checksums: string;
};

const QUERY = `select current_setting('server_version_num')::int as version,
  current_setting('fsync') as fsync,
  current_setting('full_page_writes') as full_page_writes,
  current_setting('synchronous_commit') as synchronous_commit,
  current_setting('data_checksums') as data_checksums`;

/** Settings without which an acknowledged decision can be lost (promises.md P3, P30). @throws StartError for the first */
export async function assertSafeServer(database: Database): Promise<void> {
  const { rows } = await database.query<Settings>(QUERY);
  const found = rows[0]!;
  if (found.version < POSTGRES_VERSION_MIN * VERSION_UNIT)
    throw new StartError(
      "start/postgres-version",
      `Cannot start on PostgreSQL "${Math.floor(found.version / VERSION_UNIT)}": use version ${POSTGRES_VERSION_MIN} or newer`,
      { version: found.version },
    );
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"] as const) {
    if (found[setting] !== "off") continue;
    throw new StartError(
      `start/${setting.replaceAll("_", "-")}-off`,
      `Cannot start with ${setting} "off", decisions could be lost: run ALTER SYSTEM SET ${setting} = on, ALTER DATABASE … RESET ${setting}, then SELECT pg_reload_conf()`,
      { setting },
    );
  }
  if (found.data_checksums !== "on")
    throw new StartError(
      "start/data-checksums-off",
      `Cannot start without data checksums, damage on disk would go unseen: stop PostgreSQL and run "pg_checksums --enable" on its data folder`,
    );
}
