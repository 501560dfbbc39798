import type { Database } from "../database.ts";
import { StartError } from "../errors.ts";

/** Beyond this a node decides nothing (promises.md D9); from the lesser number on it warns. */
export const CLOCK_REFUSED_SECONDS = 30;
export const CLOCK_WARNED_SECONDS = 2;

/** @returns seconds this machine's clock is ahead of the database's, negative when behind @throws StartError when too far */
export async function assertClock(database: Database, now: () => Temporal.Instant): Promise<number> {
  const before = now();
  const { rows } = await database.query<{ now: Temporal.Instant }>("select clock_timestamp() as now");
  const middle = before.add({ nanoseconds: Math.round(before.until(now()).total("nanoseconds") / 2) });
  // NOTE: + 0 makes a plain zero of −0.
  const ahead = Math.round(rows[0]!.now.until(middle).total("seconds")) + 0;
  if (Math.abs(ahead) <= CLOCK_REFUSED_SECONDS) return ahead;
  throw new StartError(
    "start/clock",
    `Cannot start: this machine's clock is ${Math.abs(ahead)} s ${ahead > 0 ? "ahead of" : "behind"} the database's; set both by a time service (chrony, systemd-timesyncd) and start again`,
    { ahead },
  );
}
