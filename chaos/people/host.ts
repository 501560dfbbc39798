import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createChance } from "@twinline/insight";
import { Gate } from "./gate.ts";
import { LineClient } from "./line-client.ts";
import type { HostSetup, Order, Word } from "./messages.ts";
import { Till } from "./till.ts";

/** Visitors that a shop knows of. */
const VISITORS_MAX = 80;
const PEOPLE_A_GATE = 100_000;
const DRAIN_ROUNDS = 60;
const DRAIN_PAUSE_MS = 500;
const ENTER_SHARE = 0.25;

/**
 * A process of several devices, each with its journal file. It takes orders from its parent and says what its devices said,
 * always after their disks have it. The parent kills it and starts it again.
 */
const visitors = new Map<number, string>();
let offsetMs = 0;
let draining = false;
const say = (word: Word): void => void process.send?.(word);
const gates = new Map<string, Gate>();
const nowMs = (): number => Temporal.Now.instant().epochMilliseconds + offsetMs;

process.on("disconnect", () => process.exit(0));
process.on("message", (order: Order) => {
  if (order.kind === "setup") void work(order);
  else if (order.kind === "clock") offsetMs = order.offsetMs;
  else if (order.kind === "drain") draining = true;
  else if (order.kind === "exit") {
    visitors.delete(order.person);
    void gates.get(order.gate)?.exit(order.person, order.covers);
  } else if (order.pass === "") visitors.delete(order.person);
  else {
    visitors.set(order.person, order.pass);
    const [oldest] = visitors.keys();
    if (visitors.size > VISITORS_MAX && oldest !== undefined) visitors.delete(oldest);
  }
});

async function work({ seed, folder, nodeUrl, linePort, devices, pauseMs }: HostSetup): Promise<void> {
  const client = new LineClient(nodeUrl, linePort);
  const lives = devices.map((setup, index) => {
    const chance = createChance(seed + 977 * index);
    const file = path.join(folder, `${setup.name}.jsonl`);
    if (setup.kind === "till") return liveTill(new Till(setup, file, client, { say, chance, nowMs }), chance, pauseMs);
    const gate = new Gate(setup, file, client, { say, chance, nowMs });
    gates.set(setup.name, gate);
    return liveGate(gate, Number(setup.lane), chance, pauseMs);
  });
  say({ kind: "ready" });
  const left = await Promise.all(lives);
  say({ kind: "drained", left: left.flat() });
}

async function liveTill(
  till: Till,
  chance: ReturnType<typeof createChance>,
  pauseMs: number,
): Promise<readonly string[]> {
  while (!draining) {
    const known = [...visitors];
    const one = known[chance.below(Math.max(1, known.length))];
    if (one !== undefined) await till.act(one[0], one[1]);
    await sleep(pauseMs * (0.5 + chance.next()));
  }
  till.end();
  return drain(till);
}

async function liveGate(
  gate: Gate,
  lane: number,
  chance: ReturnType<typeof createChance>,
  pauseMs: number,
): Promise<readonly string[]> {
  // NOTE: people that no other lane lets in, and no earlier start of this one.
  let next = lane * PEOPLE_A_GATE + chance.below(PEOPLE_A_GATE / 2);
  while (!draining) {
    next += 1;
    if (chance.next() < ENTER_SHARE) await gate.enter(next);
    else await gate.report();
    await sleep(pauseMs * (0.5 + chance.next()));
  }
  return drain(gate);
}

type Device = { readonly device: string; readonly waiting: number; report: () => Promise<void> };

/** Tells until nothing waits; names the device once for everything that still does. */
async function drain(device: Device): Promise<readonly string[]> {
  for (let round = 0; device.waiting > 0 && round < DRAIN_ROUNDS; round += 1) {
    await device.report();
    if (device.waiting > 0) await sleep(DRAIN_PAUSE_MS);
  }
  return Array.from({ length: device.waiting }, () => device.device);
}
