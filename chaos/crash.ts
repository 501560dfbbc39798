import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, createChance, weighted } from "@twinline/insight";
import { laneRegister } from "../packages/cli/src/traffic/lanes.ts";
import { firstAdministrator } from "../tools/campaign/administrator.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { type Client, runClient } from "./crash/clients.ts";
import { type Fault, faultsOf } from "./crash/faults.ts";
import { Tale } from "./crash/history.ts";
import { judge } from "./crash/judge.ts";
import { freePort, NodeUnderFire } from "./crash/node-under-fire.ts";
import { mountSmallDisk } from "./crash/small-disk.ts";

const CLIENTS = 16;
const GATE = "CN-1";
const FAULTS_MIN_PER_MINUTE = 40;
const UNKNOWN_SHARE_MIN = 0.01;
const CALM_LEAST_MS = 60;
const CALM_MORE_MS = 240;
const HEAL_MS = 30_000;
const SHOWN_MAX = 5;

function pick(faults: readonly Fault[], chance: Chance): Fault {
  return faults[weighted(faults.map((fault) => fault.weight))(chance)]!;
}

/** Strikes until the time is up; a node that ended by itself under a fault is started again, as a supervisor would. */
async function strikeUntil(
  end: number,
  node: NodeUnderFire,
  faults: readonly Fault[],
  chance: Chance,
): Promise<Map<string, number>> {
  const struck = new Map<string, number>();
  while (performance.now() < end) {
    await sleep(CALM_LEAST_MS + chance.below(CALM_MORE_MS));
    const fault = pick(faults, chance);
    await fault.strike(node, chance);
    struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
    if (!node.isRunning) await node.start();
    await untilItAnswers(node);
  }
  return struck;
}

async function untilItAnswers(node: NodeUnderFire): Promise<void> {
  const limit = performance.now() + HEAL_MS;
  while (!(await node.answers())) {
    if (!node.isRunning) await node.start();
    if (performance.now() > limit) throw new Error(`The node did not answer again within ${HEAL_MS} ms`);
    await sleep(20);
  }
}

/** Everyone who never learnt the outcome asks again with the same key; afterwards nothing may be unknown (P6). */
async function resolveUnknown(tale: Tale, report: Report): Promise<void> {
  const open = [...tale.attempts.values()].filter(
    (attempt) => attempt.answers.length === 0 && attempt.refusedWith === undefined,
  );
  let unresolved = 0;
  for (const attempt of open) {
    try {
      attempt.answers.push(await attempt.lane.record(attempt.key, attempt.request));
    } catch (error) {
      unresolved += 1;
      if (unresolved <= SHOWN_MAX)
        report.say(`  unresolved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  report.verdict(
    "every unknown outcome is told when asked again",
    unresolved === 0,
    `${open.length} asked, ${unresolved} unresolved`,
  );
}

function judgeTale(tale: Tale, struck: ReadonlyMap<string, number>, seconds: number, report: Report): void {
  const faults = [...struck.values()].reduce((sum, count) => sum + count, 0);
  for (const [name, count] of struck) report.say(`  ${count} × ${name}`);
  report.figure("faults", faults, "faults");
  report.figure("attempts", tale.attempts.size, "passages");
  report.figure("answered", tale.answered, "passages");
  const refusals = Object.groupBy(
    [...tale.attempts.values()].flatMap((one) => one.refusedWith ?? []),
    (reason) => reason,
  );
  for (const [reason, all] of Object.entries(refusals)) report.say(`  ${all?.length} × refused with ${reason}`);
  report.figure("unknown outcomes", tale.unknownOutcomes, "tries");
  report.figure("busy answers", tale.busy, "tries");
  report.figure("bad inputs", tale.badInputs, "requests");
  const least = Math.floor((FAULTS_MIN_PER_MINUTE * seconds) / 60);
  report.verdict("the run was hard enough", faults >= least, `${faults} faults, at least ${least}`);
  const share = tale.unknownOutcomes / Math.max(1, tale.tries);
  report.verdict(
    "enough outcomes were unknown",
    share >= UNKNOWN_SHARE_MIN,
    `${(100 * share).toFixed(2)} % of ${tale.tries} tries, at least ${100 * UNKNOWN_SHARE_MIN} %`,
  );
  report.verdict(
    "bad input is never taken",
    tale.badInputsTaken.length === 0,
    `${tale.badInputsTaken.length} of ${tale.badInputs}`,
  );
  report.verdict(
    "a key with another body is never taken",
    tale.reusedKeysTaken.length === 0,
    `${tale.reusedKeysTaken.length} of ${tale.reusedKeys}`,
  );
  report.verdict(
    "no answer is 5xx but 503",
    tale.serverErrors.length === 0,
    `${tale.serverErrors.length}: ${[...new Set(tale.serverErrors)].join(", ")}`,
  );
}

/** Crash campaign (promises.md L4, L6): hot people at one node while server, database and disk are hurt. */
export async function run(report: Report, { seed, seconds }: CampaignOptions): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "twc-"));
  // NOTE: the database runs as another user when we are root and must be able to pass.
  chmodSync(home, 0o755);
  const disk = mountSmallDisk(home);
  if (!disk) report.say("  disk full: not available here (needs root and tmpfs)");
  const node = new NodeUnderFire(path.join(disk?.folder ?? home, "d"), await freePort());
  try {
    report.figure("first start", await node.start(), "ms");
    const administrator = await firstAdministrator(node.url, node.linkToken);
    const laneOf = laneRegister(administrator, GATE);
    const tale = new Tale();
    const end = performance.now() + seconds * 1_000;
    const lanes = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => laneOf(String(index + 1))));
    const clients: readonly Client[] = lanes.map((lane, index) => ({
      lane,
      tale,
      chance: createChance(seed + 101 * index),
      isOver: () => performance.now() >= end,
    }));
    const [struck] = await Promise.all([
      strikeUntil(end, node, faultsOf(disk), createChance(seed ^ 0x77)),
      ...clients.map(runClient),
    ]);
    await untilItAnswers(node);
    await resolveUnknown(tale, report);
    judgeTale(tale, struck, seconds, report);
    for (const line of node.said(/failed:/, 12)) report.say(`  the node said: ${line}`);
    await judge(node, tale, report);
    const again = performance.now();
    node.signal("SIGINT");
    await node.gone();
    report.figure("clean stop", performance.now() - again, "ms");
  } finally {
    node.signal("SIGINT");
    await node.gone();
    disk?.unmount();
    rmSync(home, { recursive: true, force: true });
  }
}
