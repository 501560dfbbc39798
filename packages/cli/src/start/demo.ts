import path from "node:path";
import { generateTraffic, readTraffic, writeTraffic } from "@twinline/insight";
import type { DemoOfficer, RunningNode } from "@twinline/server";
import type { Effects } from "../command.ts";
import { laneRegister } from "../traffic/lanes.ts";
import { signInByLink } from "../traffic/node-client.ts";
import { plannedPassages } from "../traffic/passage-requests.ts";
import { play } from "../traffic/play.ts";
import { findTrafficGate } from "../traffic/traffic-gate.ts";

/** Enough for lists, counters and pictures to have something to show within a minute. */
export const DEMO_PASSAGES = 1_500;
const DEMO_RATE = 50;
const DEMO_SEED = 1;

/**
 * Introduces the cast and plays made-up travellers through the public API until `signal`; what fails is told, the zone goes on.
 */
export async function playDemo(
  { node, url, demoOfficers }: RunningNode,
  folder: string,
  effects: Effects,
  signal: AbortSignal,
): Promise<void> {
  const place = `${node.zone}/${node.side}`;
  try {
    const found = await findTrafficGate(url);
    const { gate } = found;
    const administrator = await signInByLink(url, tokenOf(await demoOfficers()));
    for (const line of castLines(url, await demoOfficers())) effects.out(line);
    const file = path.join(folder, `demo-${node.zone}-${node.side}.parquet`);
    const from = node.effects.now().toZonedDateTimeISO("UTC").toPlainDate();
    await writeTraffic(file, gate, generateTraffic({ passages: DEMO_PASSAGES, from, seed: DEMO_SEED }), () => {});
    effects.err(`Playing ${DEMO_PASSAGES} made-up passages at ${gate} …`);
    const report = await play({
      passages: plannedPassages(readTraffic(file, DEMO_PASSAGES), found),
      laneOf: laneRegister(administrator, gate),
      rate: DEMO_RATE,
      signal,
    });
    effects.err(`Played ${report.answers} passages at ${gate}`);
    for (const [kind, times] of report.errors) effects.err(`  not taken ${times} times: ${kind}`);
  } catch (cause) {
    effects.err(`The demonstration of ${place} stopped: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The administrator's secret: registering lanes is administration. */
function tokenOf(officers: readonly DemoOfficer[]): string {
  const administrator = officers.find(({ role }) => role === "administrator");
  return administrator?.path.split("link=")[1] ?? "";
}

function castLines(url: string, officers: readonly DemoOfficer[]): string[] {
  return officers.map(({ number, role, path: link, codes }) => {
    return `${role.padEnd(16)} ${number}  ${url}${link}  second: ${codes[0] ?? ""}`;
  });
}
