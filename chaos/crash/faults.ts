import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "@twinline/insight";
import type { NodeUnderFire } from "./node-under-fire.ts";
import type { SmallDisk } from "./small-disk.ts";

/** One way to hurt the node; it ends when the hurt is over, not when the node has recovered. */
export type Fault = {
  readonly name: string;
  readonly weight: number;
  readonly strike: (node: NodeUnderFire, chance: Chance) => Promise<void>;
};

const PAUSE_LEAST_MS = 100;
const PAUSE_MORE_MS = 400;
const FULL_MS = 700;

function signalDatabase(node: NodeUnderFire, signal: NodeJS.Signals): void {
  const pid = node.postmaster;
  if (pid === undefined) return;
  try {
    process.kill(pid, signal);
  } catch {
    // NOTE: it died a moment ago; the fault that killed it is counted already.
  }
}

async function pause(stop: () => void, go: () => void, chance: Chance): Promise<void> {
  stop();
  await sleep(PAUSE_LEAST_MS + chance.below(PAUSE_MORE_MS));
  go();
}

const killServer: Fault = {
  name: "kill -9 of the server",
  weight: 5,
  strike: async (node) => {
    node.signal("SIGKILL");
    await node.gone();
    await node.start();
  },
};

const killDatabase: Fault = {
  name: "kill -9 of the database",
  weight: 4,
  strike: async (node) => signalDatabase(node, "SIGKILL"),
};

const killBoth: Fault = {
  name: "kill -9 of server and database",
  weight: 2,
  strike: async (node) => {
    signalDatabase(node, "SIGKILL");
    node.signal("SIGKILL");
    await node.gone();
    await node.start();
  },
};

const immediateStop: Fault = {
  name: "immediate stop of the database",
  weight: 2,
  strike: async (node) => signalDatabase(node, "SIGQUIT"),
};

const stopServer: Fault = {
  name: "server stopped and resumed",
  weight: 3,
  strike: (node, chance) =>
    pause(
      () => node.signal("SIGSTOP"),
      () => node.signal("SIGCONT"),
      chance,
    ),
};

const stopDatabase: Fault = {
  name: "database stopped and resumed",
  weight: 3,
  strike: (node, chance) =>
    pause(
      () => signalDatabase(node, "SIGSTOP"),
      () => signalDatabase(node, "SIGCONT"),
      chance,
    ),
};

function diskFull(disk: SmallDisk): Fault {
  return {
    name: "disk full",
    weight: 2,
    strike: async () => {
      await disk.fill();
      await sleep(FULL_MS);
      await disk.free();
    },
  };
}

/** All faults that can be made here; filling a disk needs one of our own. */
export function faultsOf(disk: SmallDisk | undefined): readonly Fault[] {
  const always = [killServer, killDatabase, killBoth, immediateStop, stopServer, stopDatabase];
  return disk ? [...always, diskFull(disk)] : always;
}
