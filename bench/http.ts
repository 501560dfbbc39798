import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, NodeUnderFire } from "../chaos/crash/node-under-fire.ts";
import { laneRegister } from "../packages/cli/src/traffic/lanes.ts";
import { firstAdministrator } from "../tools/campaign/administrator.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { insertBare } from "./http/bare.ts";
import { type ClosedLoop, runClosedLoop } from "./http/closed-loop.ts";
import { readRecorded } from "./http/recorded.ts";

const CLIENTS = 16;
const GATE = "CN-1";
const WARM_UP_SECONDS = 3;
const MEASURED_SECONDS_MAX = 12;
const RATIO_MIN = 0.5;

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * Durable decisions through HTTP on the embedded database, 16 clients in a closed loop, against the limit: the same rows
 * inserted in batches of the same sizes into the same tables by bare SQL, without HTTP, chain, hash or rules.
 */
export async function run(report: Report, { seconds }: CampaignOptions): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "twb-"));
  chmodSync(home, 0o755);
  const node = new NodeUnderFire(path.join(home, "d"), await freePort());
  try {
    await node.start();
    const laneOf = laneRegister(await firstAdministrator(node.url, node.linkToken), GATE);
    const lanes = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => laneOf(String(index + 1))));
    const loop: ClosedLoop = { lanes, firstPerson: 0 };
    await runClosedLoop(loop, WARM_UP_SECONDS);
    const measured = await runClosedLoop({ ...loop, firstPerson: 1_000_000 }, Math.min(seconds, MEASURED_SECONDS_MAX));
    const recorded = await readRecorded(node.databaseFolder, measured.firstNumber, measured.lastNumber);
    const bare = await insertBare(node.databaseFolder, recorded);
    const ours = measured.answers / measured.elapsedSeconds;
    report.figure("http.decisions", ours, "decisions/s");
    report.figure("http.p50", percentile(measured.times, 0.5), "ms");
    report.figure("http.p99", percentile(measured.times, 0.99), "ms");
    report.figure("http.batch", recorded.rows.length / recorded.batches.length, "decisions");
    report.figure("bare.decisions", bare.rowsPerSecond, "decisions/s");
    const ratio = ours / bare.rowsPerSecond;
    report.figure("http.ratio", ratio, "ratio");
    report.verdict(
      "durable decisions keep up with the bare database",
      ratio >= RATIO_MIN,
      `${ratio.toFixed(2)} of bare inserts, at least ${RATIO_MIN}`,
    );
  } finally {
    node.signal("SIGINT");
    await node.gone();
    rmSync(home, { recursive: true, force: true });
  }
}
