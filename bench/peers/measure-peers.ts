import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Report } from "../../tools/campaign/report.ts";
import { handWritten, type Outcome } from "../allowance/hand-written.ts";
import { checksum, passages } from "../allowance/passages.ts";
import { celJs } from "./cel-js.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import type { Peer } from "./peer.ts";
import { publicodes } from "./publicodes.ts";
import { zenEngine } from "./zen-engine.ts";

const ROUNDS = 3;
const INSTALL_TIMEOUT_MS = 120_000;

/** The same passages through other engines: equal checksums, and how many times quicker `ours` (decisions/s) is. */
export async function measurePeers(report: Report, ours: number): Promise<void> {
  if (!install()) {
    report.say("Peers are left out: they cannot be installed here");
    return;
  }
  for (const create of [celJs, jsonRulesEngine, zenEngine, publicodes]) {
    const peer = await create();
    const { speed, sum } = await measure(peer);
    const expected = sumOf(passages(peer.rows).map(handWritten));
    report.verdict(`rulebook.${peer.name}.checksum`, sum === expected, sum);
    report.figure(`rulebook.${peer.name}`, speed, "decisions/s");
    report.figure(`rulebook.source-to-${peer.name}`, ours / speed, "ratio");
    report.verdict(
      `rulebook.${peer.name}`,
      ours / speed >= peer.least,
      `${Math.round(ours / speed)} times, at least ${peer.least}`,
    );
  }
}

/** Peers live beside this file and never in the product's lock; no script of theirs runs. */
function install(): boolean {
  const folder = import.meta.dirname;
  if (existsSync(path.join(folder, "node_modules"))) return true;
  const args = [
    "install",
    "--prefix",
    folder,
    "--ignore-scripts",
    "--no-save",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
  ];
  try {
    execFileSync("npm", args, { stdio: "ignore", timeout: INSTALL_TIMEOUT_MS });
    return true;
  } catch {
    return false;
  }
}

async function measure({ rows, decide }: Peer): Promise<{ speed: number; sum: string }> {
  const inputs = passages(rows);
  let best = Number.POSITIVE_INFINITY;
  let outcomes: Outcome[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    outcomes = [];
    const start = process.cpuUsage();
    for (const input of inputs) {
      const outcome = decide(input);
      outcomes.push(outcome instanceof Promise ? await outcome : outcome);
    }
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
  }
  return { speed: rows / best, sum: sumOf(outcomes) };
}

function sumOf(outcomes: readonly Outcome[]): string {
  const sum = checksum();
  for (const { reason, dutyFree, taxable, tax } of outcomes) sum.add(reason, dutyFree, taxable, tax);
  return sum.text();
}
