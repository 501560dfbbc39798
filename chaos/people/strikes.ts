import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "@twinline/insight";
import { weighted } from "@twinline/insight";
import type { Fault } from "../crash/faults.ts";
import type { NodeUnderFire } from "../crash/node-under-fire.ts";
import type { LineState } from "./cut-line.ts";
import type { Host } from "./fleet.ts";

const HOUR_MS = 3_600_000;
const CUT_LEAST_MS = 300;
const CUT_MORE_MS = 2_500;
const PAUSE_MS = 400;

type Strike = {
  readonly name: string;
  readonly weight: number;
  readonly strike: (host: Host, chance: Chance) => Promise<void>;
};

function cut(state: LineState, name: string): Strike {
  return {
    name,
    weight: 4,
    strike: async ({ line }, chance) => {
      line.set(state);
      await sleep(CUT_LEAST_MS + chance.below(CUT_MORE_MS));
      line.set("whole");
    },
  };
}

const strikes: readonly Strike[] = [
  cut("cut", "line cut"),
  cut("black-hole", "line that takes and gives nothing"),
  cut("answers-lost", "answers lost on the line"),
  {
    name: "kill -9 of a process of devices",
    weight: 4,
    strike: async (host) => {
      await host.kill();
      host.start();
    },
  },
  {
    name: "devices stopped and resumed",
    weight: 2,
    strike: async (host) => {
      host.signal("SIGSTOP");
      await sleep(PAUSE_MS);
      host.signal("SIGCONT");
    },
  },
  {
    name: "clock of devices wrong by hours",
    weight: 3,
    strike: async (host, chance) => host.send({ kind: "clock", offsetMs: (chance.below(49) - 24) * HOUR_MS }),
  },
];

export type Struck = Map<string, number>;

/** Hurts one process of devices after another until the time is over. */
export async function strikeHosts(
  hosts: readonly Host[],
  isOver: () => boolean,
  chance: Chance,
  struck: Struck,
  calmMs: number,
): Promise<void> {
  const pick = weighted(strikes.map(({ weight }) => weight));
  while (!isOver()) {
    await sleep(calmMs * (0.5 + chance.next()));
    const { name, strike } = strikes[pick(chance)]!;
    await strike(hosts[chance.below(hosts.length)]!, chance);
    struck.set(name, (struck.get(name) ?? 0) + 1);
  }
}

/** Hurts the node, and lets it come back before it is hurt again. */
export async function strikeNode(
  node: NodeUnderFire,
  faults: readonly Fault[],
  isOver: () => boolean,
  chance: Chance,
  struck: Struck,
  calmMs: number,
): Promise<void> {
  const pick = weighted(faults.map(({ weight }) => weight));
  while (!isOver()) {
    await sleep(calmMs * (0.5 + chance.next()));
    const fault = faults[pick(chance)]!;
    await fault.strike(node, chance);
    struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
    while (!(await node.answers())) {
      if (!node.isRunning) await node.start();
      await sleep(20);
    }
  }
}
