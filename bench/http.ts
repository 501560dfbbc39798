import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, NodeUnderFire } from "../chaos/crash/node-under-fire.ts";
import { laneRegister } from "../packages/cli/src/traffic/lanes.ts";
import { firstAdministrator } from "../tools/campaign/administrator.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { BareTables, insertBare } from "./http/bare.ts";
import { type Measured, runClosedLoop } from "./http/closed-loop.ts";
import { type Door, openCheckedDoor, openPlainDoor } from "./http/doors.ts";
import { type Recorded, readRecorded } from "./http/recorded.ts";

const CLIENTS = 16;
const GATE = "CN-1";
const WARM_UP_SECONDS = 3;
const ROUNDS = 4;
const ROUND_SECONDS_MAX = 4;
const PEOPLE_A_ROUND = 1_000_000;
const RATIO_MIN = 0.5;

type Round = {
  readonly ours: Measured;
  readonly recorded: Recorded;
  readonly bareSeconds: number;
  readonly plain: Measured;
  readonly checked: Measured;
};

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function tell(rounds: readonly Round[], report: Report): void {
  const rows = sum(rounds.map(({ recorded }) => recorded.rows.length));
  const rate = (measured: readonly Measured[]): number =>
    sum(measured.map((one) => one.answers)) / sum(measured.map((one) => one.elapsedSeconds));
  const times = rounds.flatMap(({ ours }) => ours.times);
  const ours = rate(rounds.map((round) => round.ours));
  const plain = rate(rounds.map((round) => round.plain));
  const checked = rate(rounds.map((round) => round.checked));
  const bare = rows / sum(rounds.map(({ bareSeconds }) => bareSeconds));
  report.figure("http.decisions", ours, "decisions/s");
  report.figure("http.p50", percentile(times, 0.5), "ms");
  report.figure("http.p99", percentile(times, 0.99), "ms");
  report.figure("http.batch", rows / sum(rounds.map(({ recorded }) => recorded.batches.length)), "decisions");
  report.figure("checked.rows", checked, "rows/s");
  report.figure("plain.rows", plain, "rows/s");
  report.figure("bare.rows", bare, "rows/s");
  report.figure("http.ratio.checked", ours / checked, "ratio");
  report.figure("http.ratio.plain", ours / plain, "ratio");
  report.figure("http.ratio.bare", ours / bare, "ratio");
  const told =
    `${(ours / checked).toFixed(2)} of the same door, at least ${RATIO_MIN}; ` +
    `${(ours / plain).toFixed(2)} of a door that checks nothing either, ${(ours / bare).toFixed(2)} of bare SQL`;
  report.verdict(
    "durable decisions keep up with the same rows without chain, hash or rules",
    ours / checked >= RATIO_MIN,
    told,
  );
}

/**
 * Durable decisions through HTTP on the embedded database, 16 clients in a closed loop, against three limits in the same run,
 * round by round. The same rows behind the node's own door, without chain, hash or rules (checked: what those three cost, by
 * which it is judged); behind a bare HTTP server that checks no schema, signature or document either (plain); and by SQL
 * alone, in batches of the same sizes on one connection, without HTTP (bare).
 */
export async function run(report: Report, { seconds }: CampaignOptions): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "twb-"));
  chmodSync(home, 0o755);
  const node = new NodeUnderFire(path.join(home, "d"), await freePort());
  try {
    await node.start();
    const laneOf = laneRegister(await firstAdministrator(node.url, node.linkToken), GATE);
    const lanes = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => laneOf(String(index + 1))));
    await runClosedLoop({ lanes, firstPerson: 0 }, WARM_UP_SECONDS);
    const rounds: Round[] = [];
    for (let at = 1; at <= ROUNDS; at++) {
      const length = Math.min(seconds / ROUNDS, ROUND_SECONDS_MAX);
      const ours = await runClosedLoop({ lanes, firstPerson: at * PEOPLE_A_ROUND }, length);
      const recorded = await readRecorded(node.databaseFolder, ours.firstNumber, ours.lastNumber);
      await using bare = await BareTables.open(node.databaseFolder);
      const bareSeconds = await insertBare(bare, recorded.rows, recorded.batches);
      const [first, last, answersMax] = [ours.firstNumber, ours.lastNumber, recorded.rows.length];
      const measure = async (opened: Promise<Door>, firstPerson: number): Promise<Measured> => {
        await using door = await opened;
        return await runClosedLoop({ lanes: door.lanes, firstPerson, answersMax }, length);
      };
      const plain = await measure(openPlainDoor(node.databaseFolder, first, last, CLIENTS), at * PEOPLE_A_ROUND);
      const checkedDoor = openCheckedDoor(node.folder, node.databaseFolder, first, last, lanes);
      const checked = await measure(checkedDoor, at * PEOPLE_A_ROUND + PEOPLE_A_ROUND / 2);
      rounds.push({ ours, recorded, bareSeconds, plain, checked });
    }
    tell(rounds, report);
  } finally {
    node.signal("SIGINT");
    await node.gone();
    rmSync(home, { recursive: true, force: true });
  }
}
