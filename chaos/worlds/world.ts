import type { TillEvent } from "@twinline/api";
import { closeDay } from "../../packages/zone/src/captures/closed-day.ts";
import { passage } from "../../packages/zone/src/passages/passage.ts";
import type { Amounts } from "../../packages/zone/src/rights/amounts.ts";
import { lapse } from "../../packages/zone/src/rights/lapse.ts";
import { reserve } from "../../packages/zone/src/rights/reserve.ts";
import type { Right } from "../../packages/zone/src/rights/right.ts";
import type { Body } from "../../packages/zone/src/spine/concept.ts";
import { conceptTable } from "../../packages/zone/src/spine/concepts.ts";
import type { World as ZoneWorld } from "../../packages/zone/src/spine/installed.ts";
import { last } from "../../packages/zone/src/tills/last.ts";
import { refund } from "../../packages/zone/src/tills/refund.ts";
import { release } from "../../packages/zone/src/tills/release.ts";
import { sale } from "../../packages/zone/src/tills/sell.ts";
import { type TillLine, TillMemory } from "../people/till-memory.ts";
import { rulebooks } from "./law.ts";
import { SimNode } from "./node.ts";

export const DAY_MS = 86_400_000;
export const FIRST_DAY = 20_000;
export const GATE = "CN-1";
export const PERSONS = ["p0", "p1"] as const;
export const TILLS = 3;

/** Where a device stands: what is on its disk survives, its memory does not. */
export type SimTill = {
  readonly device: string;
  disk: TillLine[];
  memory: TillMemory;
  /** What its clock is wrong by. */
  offsetMs: number;
  boots: number;
};

/** What is on its way. It may be lost, doubled, late, and come in any order. */
export type Message =
  | {
      readonly to: "node";
      readonly kind: "reserve";
      readonly from: number;
      readonly key: string;
      readonly person: string;
      readonly value: number;
      readonly mass: number;
    }
  | {
      readonly to: "node";
      readonly kind: "events";
      readonly from: number;
      readonly boot: string;
      readonly events: readonly TillEvent[];
    }
  | {
      readonly to: "till";
      readonly kind: "given";
      readonly till: number;
      readonly key: string;
      readonly right: Right | undefined;
    }
  | {
      readonly to: "till";
      readonly kind: "reported";
      readonly till: number;
      readonly boot: string;
      readonly sequences: readonly number[];
    };

/** What an onlooker who sees everything at once would know. */
export type Ledger = {
  /** Sales to which a till said yes, by the id of the sale and the one who said it. */
  readonly sold: Map<
    string,
    {
      readonly sale: string;
      readonly till: number;
      readonly person: string;
      readonly day: number;
      readonly taken: Amounts;
    }
  >;
  /** How many more holders a device's key has or had than one: copied disks and disks that were put back. */
  readonly copies: Map<string, number>;
  /** Devices whose key is, or was, at two places: nothing they say is believed alone. */
  readonly doubtful: Set<string>;
  readonly recorded: Set<string>;
  readonly carriedOut: Set<string>;
  broken: string | undefined;
};

export type RightsWorld = {
  readonly node: SimNode;
  readonly tills: SimTill[];
  readonly net: Message[];
  readonly ledger: Ledger;
  nodeDay: number;
  /** A step of the node's clock that an hour later is taken back. */
  nodeStepMs: number;
  keys: number;
  /** Rows of the journal that the check has seen. */
  checked: number;
};

const zone: ZoneWorld = {
  origin: "twinline/toy/cn",
  zone: "toy",
  side: "cn",
  rulebooks,
  legalDay: (ms) => Math.floor(ms / DAY_MS),
};

const concepts = conceptTable([passage, reserve, lapse, sale, release, refund, last, closeDay]);

export function beginWorld(): RightsWorld {
  const node = new SimNode(concepts, zone);
  const tills = Array.from({ length: TILLS }, (_, index) => newTill(`till-${index}`));
  const ledger = {
    sold: new Map(),
    copies: new Map(),
    doubtful: new Set<string>(),
    recorded: new Set<string>(),
    carriedOut: new Set<string>(),
    broken: undefined,
  };
  const world: RightsWorld = { node, tills, net: [], ledger, nodeDay: FIRST_DAY, nodeStepMs: 0, keys: 0, checked: 0 };
  for (const person of PERSONS) node.ask(`enter ${person}`, entryOf(person), nodeMs(world));
  return world;
}

export function nodeMs({ nodeDay, nodeStepMs }: RightsWorld): number {
  return nodeDay * DAY_MS + DAY_MS / 2 + nodeStepMs;
}

function newTill(device: string): SimTill {
  const till: SimTill = { device, disk: [], memory: new TillMemory(), offsetMs: 0, boots: 0 };
  restart(till);
  return till;
}

/** The process dies and comes back: it knows what its disk knows, and nothing else. */
export function restart(till: SimTill, owner = till.device): void {
  till.boots += 1;
  till.memory = new TillMemory(till.disk);
  write(till, { kind: "boot", boot: `${owner}/${till.boots}` });
}

/** On the disk first; only what stands there may be said. */
export function write(till: SimTill, line: TillLine): void {
  till.disk.push(line);
  till.memory.remember(line);
}

export function newKey(world: RightsWorld): string {
  world.keys += 1;
  return `k${world.keys}`;
}

export function blame(world: RightsWorld, broken: string): void {
  world.ledger.broken ??= broken;
}

export function travellerOf(person: string) {
  return { person, document: { kind: "passport", nationality: "KZ" }, watch: "none" as const };
}

function entryOf(person: string) {
  return {
    kind: "passage",
    by: { device: "gate" },
    direction: "in",
    gate: GATE,
    lane: "1",
    traveller: travellerOf(person),
    goods: [],
  };
}

/** The body of the entry that gave a right, where this journal has one under that number. */
export function givenBy({ node }: RightsWorld, reservation: number): Body | undefined {
  const body = node.journal[reservation - 1]?.body;
  return body?.kind === "reserve" && body.outcome === "done" ? body : undefined;
}
