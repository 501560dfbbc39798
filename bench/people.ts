import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { routes } from "@twinline/api";
import { freePort, NodeUnderFire } from "../chaos/crash/node-under-fire.ts";
import { Pen } from "../chaos/people/device-key.ts";
import { makeFleet } from "../chaos/people/registration.ts";
import { firstSession } from "../tools/campaign/administrator.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { openPlainDoor } from "./http/doors.ts";
import { BenchTill, endingOf, enter, passageOf, reserveFor } from "./people/fleet.ts";
import { type Measured, percentile, runOpenLoop, type Stream } from "./people/open-loop.ts";
import { lastNumber } from "./people/rows.ts";
import { WideClient } from "./people/wide-client.ts";

const PASSAGES = 50;
const PURCHASES = 100;
const OVERLOAD = 10;
const GATE_P99_MS = 300;
const TILL_P99_MS = 200;
/** Accepted work may take three times as long under ten times the load (P29). */
const SLOWER_MOST = 3;
const RECOVERY_MS = 5_000;
const RIGHTS_A_TILL = 2;
const WARM_UP_SECONDS = 3;
const OVERLOAD_SECONDS_MAX = 15;
const AFTER_SECONDS = 10;
/** The bare door is measured for a minute at most: it changes little. */
const PLAIN_SECONDS_MAX = 60;

type Fleet = {
  readonly client: WideClient;
  readonly gates: readonly { readonly pen: Pen; readonly lane: string }[];
  readonly tills: readonly BenchTill[];
};

/**
 * Gates and tills in an open loop at the design load, 50 passages and 100 purchases a second, on the embedded database;
 * the same arrivals against a door that inserts the same rows and does nothing else; then ten times that load, by screens
 * whose connections are open, and the time until the node is itself again (promises.md L11, P17, P29).
 */
export async function run(report: Report, { seconds }: CampaignOptions): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "twl-"));
  chmodSync(home, 0o755);
  const node = new NodeUnderFire(path.join(home, "d"), await freePort());
  try {
    await node.start();
    const fleet = await prepare(node);
    await runOpenLoop(streams(fleet, 1, 1_000_000), WARM_UP_SECONDS);
    const first = await lastNumber(node.databaseFolder);
    const design = await runOpenLoop(streams(fleet, 1, 2_000_000), seconds);
    const last = await lastNumber(node.databaseFolder);
    tellDesign(report, design);
    await tellPlain(report, node, first + 1, last, Math.min(seconds, PLAIN_SECONDS_MAX), design);
    await overload(report, fleet, Math.min(seconds, OVERLOAD_SECONDS_MAX));
    await fleet.client.close();
  } finally {
    node.signal("SIGINT");
    await node.gone();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Devices, people inside and rights at the tills, so that the load is passages and sales alone. */
async function prepare(node: NodeUnderFire): Promise<Fleet> {
  const devices = await makeFleet(await firstSession(node.url, node.linkToken), node.url);
  const client = new WideClient(node.url);
  const gates = devices.filter(({ kind }) => kind === "gate").map(({ key, lane }) => ({ pen: new Pen(key), lane }));
  const tills = devices.filter(({ kind }) => kind === "till").map((setup) => new BenchTill(setup));
  for (const [index, till] of tills.entries()) {
    for (let right = 0; right < RIGHTS_A_TILL; right += 1) {
      const gate = gates[index % gates.length]!;
      await reserveFor(client, till, await enter(client, gate.pen, gate.lane, index * RIGHTS_A_TILL + right));
    }
  }
  return { client, gates, tills };
}

function streams({ client, gates, tills }: Fleet, times: number, firstPerson: number): readonly Stream[] {
  return [
    {
      name: "gate",
      perSecond: PASSAGES * times,
      prepare: async (index) => {
        const { pen, lane } = gates[index % gates.length]!;
        const person = firstPerson + (index >> 1);
        const passage = passageOf(index % 2 === 0 ? "in" : "out", lane, person);
        const sealed = await client.seal(pen, routes.passage.path, passage, crypto.randomUUID());
        return async () => endingOf(await client.send(sealed));
      },
    },
    {
      name: "till",
      perSecond: PURCHASES * times,
      prepare: async (index) => {
        const till = tills[index % tills.length]!;
        const sealed = await client.seal(till.pen, routes.tillEvents.path, { events: [till.nextSale()] });
        return async () => endingOf(await client.send(sealed));
      },
    },
  ];
}

function tellDesign(report: Report, design: ReadonlyMap<string, Measured>): void {
  for (const [name, limit] of [
    ["gate", GATE_P99_MS],
    ["till", TILL_P99_MS],
  ] as const) {
    const { sent, endings, times } = design.get(name)!;
    report.figure(`people.${name}.sent`, sent, "requests");
    report.figure(`people.${name}.p50`, percentile(times, 0.5), "ms");
    const p99 = percentile(times, 0.99);
    report.figure(`people.${name}.p99`, p99, "ms");
    report.verdict(`${name}: all is taken at the design load`, endings.taken === sent, `${endings.taken} of ${sent}`);
    report.verdict(`${name}: p99 at the design load`, p99 <= limit, `${p99.toFixed(1)} ms, at most ${limit}`);
  }
}

/** The same arrivals at a door that inserts the same rows without chain, hash, rules or signatures. */
async function tellPlain(
  report: Report,
  node: NodeUnderFire,
  first: number,
  last: number,
  seconds: number,
  design: ReadonlyMap<string, Measured>,
): Promise<void> {
  await using door = await openPlainDoor(node.databaseFolder, first, last, 1, ["passage", "sale"]);
  const lane = door.lanes[0]!;
  const prepare = async () => async (): Promise<"taken"> => {
    await lane.record(crypto.randomUUID(), passageOf("in", "1", 1));
    return "taken";
  };
  const plain = await runOpenLoop(
    [
      { name: "gate", perSecond: PASSAGES, prepare },
      { name: "till", perSecond: PURCHASES, prepare },
    ],
    seconds,
  );
  for (const name of ["gate", "till"] as const) {
    const [ours, bare] = [design.get(name)!.times, plain.get(name)!.times];
    report.figure(`people.${name}.bare.p50`, percentile(bare, 0.5), "ms");
    report.figure(`people.${name}.bare.p99`, percentile(bare, 0.99), "ms");
    report.figure(`people.${name}.ratio.p50`, percentile(ours, 0.5) / percentile(bare, 0.5), "ratio");
    report.figure(`people.${name}.ratio.p99`, percentile(ours, 0.99) / percentile(bare, 0.99), "ratio");
  }
}

async function overload(report: Report, fleet: Fleet, seconds: number): Promise<void> {
  await fleet.client.connect(routes.status.path);
  const heavy = await runOpenLoop(streams(fleet, OVERLOAD, 3_000_000), seconds, { ahead: true });
  const ended = performance.now();
  for (const [name, limit] of [
    ["gate", GATE_P99_MS],
    ["till", TILL_P99_MS],
  ] as const) {
    const { sent, endings, times, late } = heavy.get(name)!;
    report.figure(`overload.${name}.late.p99`, percentile(late, 0.99), "ms");
    report.figure(`overload.${name}.sent`, sent, "requests");
    report.figure(`overload.${name}.taken`, endings.taken / sent, "ratio");
    report.figure(`overload.${name}.busy`, endings.busy / sent, "ratio");
    const p99 = percentile(times, 0.99);
    report.figure(`overload.${name}.p99`, p99, "ms");
    const unsaid = endings["busy-without-retry-after"];
    report.verdict(
      `${name}: what is too many is told when to come again`,
      unsaid + endings.failed === 0,
      `${endings.busy} busy, ${unsaid} without Retry-After, ${endings.failed} failed`,
    );
    report.verdict(
      `${name}: accepted work keeps its p99 times ${SLOWER_MOST}`,
      p99 <= limit * SLOWER_MOST,
      `${p99.toFixed(1)} ms, at most ${limit * SLOWER_MOST}`,
    );
  }
  const gap = performance.now() - ended;
  const after = await runOpenLoop(streams(fleet, 1, 4_000_000), AFTER_SECONDS);
  const late = [...after].flatMap(([name, { answered }]) =>
    answered
      .filter(({ due, at, ending }) => ending !== "taken" || at - due > (name === "gate" ? GATE_P99_MS : TILL_P99_MS))
      .map(({ due }) => due),
  );
  const recovery = late.length === 0 ? 0 : gap + Math.max(...late);
  report.figure("overload.recovery", recovery, "ms");
  report.verdict(
    "the node is itself again in time",
    recovery <= RECOVERY_MS,
    `${recovery.toFixed(0)} ms after the load fell, at most ${RECOVERY_MS}`,
  );
}
