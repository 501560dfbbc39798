import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Chance, createChance } from "@twinline/insight";
import { firstSession } from "../tools/campaign/administrator.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { faultsOf } from "./crash/faults.ts";
import { freePort, NodeUnderFire } from "./crash/node-under-fire.ts";
import { balance, judgeBooks, openBooks } from "./people/books.ts";
import { Host } from "./people/fleet.ts";
import { Ledger } from "./people/ledger.ts";
import type { DeviceSetup } from "./people/messages.ts";
import { makeFleet } from "./people/registration.ts";
import { type Struck, strikeHosts, strikeNode } from "./people/strikes.ts";
import { Watcher } from "./people/watcher.ts";

const HOSTS = 7;
const PAUSE_MS = 900;
const STRIKERS = 2;
const STRIKE_CALM_MS = 1_200;
const NODE_CALM_MS = 8_000;
const FAULTS_MIN_PER_MINUTE = 30;
/** Share of the run without faults, before them. */
const CALM_SHARE = 0.25;
const COPIES_MAX = 5;
const DRAIN_MS = 90_000;
const SHOWN_MAX = 4;

type Run = {
  readonly report: Report;
  readonly node: NodeUnderFire;
  readonly hosts: Host[];
  readonly ledger: Ledger;
  readonly copied: Set<string>;
  readonly home: string;
  readonly seed: number;
  readonly hear: (word: Parameters<Ledger["hear"]>[0]) => void;
};

/** Refusals that are right: nothing is left, the visitor has just gone out, or the goods that a shop takes back have. */
const DUE = ["nothing_left", "pass/unknown", "not_inside", "carried_out"];

/**
 * 50 tills and 20 gates in processes of their own, each device with its journal on disk, at a real node with PostgreSQL:
 * first without faults, then with lines cut, processes and node killed, clocks wrong and tills' disks copied; in the end
 * everyone tells everything and the books are compared with what was said (promises.md P1-P4, P7, P18).
 */
export async function run(report: Report, { seed, seconds }: CampaignOptions): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), "twp-"));
  // NOTE: the database runs as another user when we are root and must be able to pass.
  chmodSync(home, 0o755);
  const node = new NodeUnderFire(path.join(home, "d"), await freePort());
  const ledger = new Ledger();
  const hosts: Host[] = [];
  const hear = (word: Parameters<Ledger["hear"]>[0]): void => {
    ledger.hear(word);
    if (word.kind === "entered")
      for (const host of hosts) host.send({ kind: "visitor", person: word.person, pass: word.pass });
  };
  const all: Run = { report, node, hosts, ledger, copied: new Set(), home, seed, hear };
  try {
    await node.start();
    const devices = await makeFleet(await firstSession(node.url, node.linkToken), node.url);
    const groups = Array.from({ length: HOSTS }, (_, index) => devices.filter((_, at) => at % HOSTS === index));
    for (const [index, group] of groups.entries()) hosts.push(await openHost(all, `h${index}`, group, index));
    await Promise.all(hosts.map((host) => host.ready()));
    await using watcher = await Watcher.open(node.databaseFolder);
    await calmly(all, seconds * CALM_SHARE);
    await underFire(all, watcher, seconds * (1 - CALM_SHARE));
    await settle(all, watcher);
  } finally {
    for (const host of hosts) await host[Symbol.asyncDispose]();
    node.signal("SIGINT");
    await node.gone();
    rmSync(home, { recursive: true, force: true });
  }
}

async function openHost(
  { home, node, seed, hear }: Run,
  name: string,
  devices: readonly DeviceSetup[],
  index: number,
): Promise<Host> {
  const host = await Host.open({
    name,
    folder: path.join(home, name),
    nodeUrl: node.url,
    devices,
    seed: seed + 31 * index,
    pauseMs: PAUSE_MS,
    hear,
  });
  host.start();
  return host;
}

/** Without a fault nothing is refused that should not be, nothing is answered 5xx, and nothing is unknown (P7). */
async function calmly(all: Run, seconds: number): Promise<void> {
  const { report, ledger } = all;
  const end = performance.now() + seconds * 1_000;
  await exits(all, () => performance.now() >= end, createChance(all.seed ^ 0x55));
  const wrong = [...ledger.refusals].filter(([what]) => !DUE.some((due) => what.endsWith(due)));
  const errors = [...ledger.statuses].filter(([what]) => what.startsWith("5"));
  report.figure("calm.seconds", seconds, "s");
  report.figure("calm.sales", ledger.sold.size, "sales");
  report.figure("calm.receipts", ledger.receipts.size, "receipts");
  report.verdict("without faults nothing is refused that should not be", wrong.length === 0, shown(wrong));
  report.verdict("without faults nothing is answered 5xx", errors.length === 0, shown(errors));
  report.verdict("without faults no outcome is unknown", ledger.unknown === 0, `${ledger.unknown} unknown`);
}

async function underFire(all: Run, watcher: Watcher, seconds: number): Promise<void> {
  const { report, node, hosts, ledger, seed } = all;
  const end = performance.now() + seconds * 1_000;
  let failed = false;
  const isOver = (): boolean => failed || performance.now() >= end;
  const struck: Struck = new Map();
  const honest = [...hosts];
  const work = [
    ...Array.from({ length: STRIKERS }, (_, index) =>
      strikeHosts(honest, isOver, createChance(seed + 17 * index), struck, STRIKE_CALM_MS),
    ),
    strikeNode(node, faultsOf(undefined), isOver, createChance(seed ^ 0x99), struck, NODE_CALM_MS),
    exits(all, isOver, createChance(seed ^ 0x33)),
    copyDisks(all, isOver, createChance(seed ^ 0x11), struck, (seconds * 1_000) / (COPIES_MAX + 1)),
    watcher.watch(isOver),
  ];
  // NOTE: whatever fails, nobody strikes on while the rest is put away.
  const outcomes = await Promise.allSettled(
    work.map((one) =>
      one.catch((cause: unknown) => {
        failed = true;
        throw cause;
      }),
    ),
  );
  const broken = outcomes.find((one) => one.status === "rejected");
  if (broken !== undefined) throw broken.reason;
  const faults = [...struck.values()].reduce((sum, count) => sum + count, 0);
  for (const [name, count] of struck) report.say(`  ${count} × ${name}`);
  report.figure("faults", faults, "faults");
  report.figure("unknown outcomes", ledger.unknown, "tries");
  const least = Math.floor((FAULTS_MIN_PER_MINUTE * seconds) / 60);
  report.verdict("the run was hard enough", faults >= least, `${faults} faults, at least ${least}`);
}

/** Visitors go out with what they bought, so that shops meet new ones and gates see sales. */
async function exits({ hosts, ledger }: Run, isOver: () => boolean, chance: Chance): Promise<void> {
  const inside = 60;
  while (!isOver()) {
    await sleep(300);
    const [person] = [...ledger.visitors.keys()];
    if (person === undefined || ledger.visitors.size <= inside) continue;
    ledger.visitors.delete(person);
    const covers = (ledger.slips.get(person) ?? []).slice(0, 20);
    // NOTE: a number may come in a second time, as somebody who was here before; her old slips went out with her.
    ledger.slips.delete(person);
    for (const host of hosts) host.send({ kind: "visitor", person, pass: "" });
    const gates = hosts.flatMap((host) =>
      host.devices.filter(({ kind }) => kind === "gate").map(({ name }) => ({ host, name })),
    );
    const gate = gates[chance.below(gates.length)]!;
    gate.host.send({ kind: "exit", gate: gate.name, person, covers });
  }
}

/** Now and then a till's disk is copied to a second device, which goes on selling beside the first. */
async function copyDisks(
  all: Run,
  isOver: () => boolean,
  chance: Chance,
  struck: Struck,
  everyMs: number,
): Promise<void> {
  const { hosts, copied, home } = all;
  const honest = [...hosts];
  for (let number = 1; number <= COPIES_MAX; number += 1) {
    await sleep(everyMs);
    if (isOver()) return;
    const from = honest[chance.below(honest.length)]!;
    const tills = from.devices.filter(({ kind, key }) => kind === "till" && !copied.has(key.keyId));
    const till = tills[chance.below(tills.length)];
    if (till === undefined) continue;
    const name = `copy${number}`;
    mkdirSync(path.join(home, name), { recursive: true });
    copyFileSync(path.join(from.folder, `${till.name}.jsonl`), path.join(home, name, `${till.name}.jsonl`));
    copied.add(till.key.keyId);
    hosts.push(await openHost(all, name, [{ ...till, isCopy: true }], 100 + number));
    struck.set("disk of a till copied", (struck.get("disk of a till copied") ?? 0) + 1);
  }
}

/** Lines are whole, clocks right, everyone tells everything; then the books are read. */
async function settle({ report, node, hosts, ledger, copied }: Run, watcher: Watcher): Promise<void> {
  for (const host of hosts) {
    host.line.set("whole");
    host.send({ kind: "clock", offsetMs: 0 });
  }
  const left = await Promise.all(hosts.map((host) => host.drain(DRAIN_MS)));
  const untold = left.flatMap((one) => one ?? ["a process that was never done"]).filter((one) => !copied.has(one));
  report.verdict(
    "everything is told in the end",
    untold.length === 0,
    untold.slice(0, SHOWN_MAX).join(", ") || "0 left on honest disks",
  );
  const refused = ledger.refusedEvents
    .filter(({ device, told }) => !copied.has(device) && !DUE.some((due) => told.endsWith(due)))
    .map(({ told }) => told);
  report.verdict(
    "no event of an honest device is refused",
    refused.length === 0,
    shown(refused.map((one) => [one, 1])),
  );
  for (const [what, times] of ledger.refusals) report.say(`  ${times} × refused: ${what}`);
  for (const [what, times] of ledger.statuses) report.say(`  ${times} × ${what}`);
  const errors = [...ledger.statuses].filter(([what]) => what.startsWith("5") && !what.startsWith("503"));
  report.verdict("no answer is 5xx but 503", errors.length === 0, shown(errors));
  report.verdict(
    "every 503 says when to come again",
    ledger.busyWithoutRetry === 0,
    `${ledger.busyWithoutRetry} without Retry-After`,
  );
  report.figure("sales", ledger.sold.size, "sales");
  report.figure("sales by copies", ledger.soldByCopies, "sales");
  report.figure("exits", ledger.left, "passages");
  const { looks, over, unlike } = watcher;
  const books = await openBooks(node.databaseFolder);
  try {
    const last = await balance(books);
    report.figure("looks at the books", looks + 1, "looks");
    const overs = [...over, ...last.over, ...ledger.over];
    report.verdict(
      "nobody is over at any moment",
      overs.length === 0,
      overs.slice(0, SHOWN_MAX).join("; ") ||
        `${looks + 1} looks and ${ledger.sold.size} sales, ${last.looked} persons and days`,
    );
    const wrong = [...unlike, ...last.unlike];
    report.verdict(
      "rights are conserved to the unit",
      wrong.length === 0,
      wrong.slice(0, SHOWN_MAX).join("; ") || `${last.looked} persons and days`,
    );
    const blamed = ledger.uncovered.filter(
      (one) => !copied.has(one.slice(0, 43)) && !/sale_unknown|another_visit/.test(one),
    );
    report.verdict(
      "no slip of an honest till is refused at a gate",
      blamed.length === 0,
      shown(blamed.map((one) => [one, 1])),
    );
    await judgeBooks(books, ledger, copied, report);
  } finally {
    await books.end();
  }
}

function shown(counts: readonly (readonly [string, number])[]): string {
  return (
    counts
      .slice(0, SHOWN_MAX)
      .map(([what, times]) => `${times} × ${what}`)
      .join("; ") || "0"
  );
}
