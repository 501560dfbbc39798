import type { Database } from "../database.ts";
import { assertClock } from "./clock.ts";
import { assertLeastRole } from "./role.ts";
import { assertSafeServer } from "./server-settings.ts";

/** Links of the chain that are checked at each start (promises.md P30). */
export const TAIL_LINKS = 10_000;

/** Checks the last links of the journal; throws a StartError that says which one is broken. */
export type VerifyTail = (database: Database, links: number) => Promise<void>;

/** The node starts on a configuration that keeps the promises, or not at all. */
export async function assertSafe(
  database: Database,
  now: () => Temporal.Instant,
  verifyTail: VerifyTail,
): Promise<{ clockAheadSeconds: number }> {
  await assertSafeServer(database);
  await assertLeastRole(database);
  const clockAheadSeconds = await assertClock(database, now);
  await verifyTail(database, TAIL_LINKS);
  return { clockAheadSeconds };
}
