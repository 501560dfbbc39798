import type { TillEvent } from "@twinline/api";
import { isObject } from "../../packages/zone/src/spine/json.ts";
import { placeOf } from "../../packages/zone/src/spine/state.ts";
import { takeAtNode } from "./desk.ts";
import { caps } from "./law.ts";
import { sameRows } from "./node.ts";
import { firstBroken } from "./promises.ts";
import { askAgain, reportFrom, takeAtTill } from "./shop.ts";
import type { RightsWorld } from "./world.ts";

const ROUNDS_MAX = 4;
const ALL = 1_000;

/** Lines are mended, everyone tells everything; then nothing may be lost, doubled or over, and every copy is found. */
export function settleWorld(world: RightsWorld): string | undefined {
  world.nodeStepMs = 0;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const [index] of world.tills.entries()) {
      askAgain(world, index);
      reportFrom(world, index, ALL);
    }
    drain(world);
    const broken = firstBroken(world);
    if (broken !== undefined) return broken;
    if (world.tills.every(({ memory }) => memory.open.size + memory.unreported.size === 0)) break;
  }
  return (
    lost(world) ??
    stuck(world) ??
    damage(world) ??
    unfoundCopy(world) ??
    (sameRows(world.node.rows, world.node.refolded()) ? undefined : "the journal folds to another state")
  );
}

function drain(world: RightsWorld): void {
  while (world.net.length > 0) {
    const message = world.net.shift()!;
    if (message.to === "till") takeAtTill(world, message);
    else world.net.push(...takeAtNode(world, message));
  }
}

/** Every sale that an honest till said yes to is recorded. */
function lost({ ledger, tills }: RightsWorld): string | undefined {
  for (const { sale, till } of ledger.sold.values())
    if (!ledger.doubtful.has(tills[till]!.device) && !ledger.recorded.has(sale))
      return `${sale} was acknowledged and is not recorded`;
  return undefined;
}

/** What an honest till was given it knows of: else it would lie there until the day is closed. */
function stuck({ node, tills, ledger }: RightsWorld): string | undefined {
  for (const { table, key, row } of node.rows.values()) {
    if (table !== "reservation" || row.open !== true || ledger.doubtful.has(String(row.device))) continue;
    const till = tills.find(({ device }) => device === row.device);
    if (till !== undefined && till.memory.endedDay < Number(row.day) && !till.memory.rights.has(Number(key)))
      return `${till.device} does not know of right ${key}`;
  }
  return undefined;
}

/**
 * A copied disk can spend again what its device was given, once for each further holder, and not a unit more. Days on
 * which goods came back are left out: their sum says nothing.
 */
function damage(world: RightsWorld): string | undefined {
  const { ledger, tills } = world;
  const sums = new Map<string, number>();
  for (const { sale, person, day, taken } of ledger.sold.values()) {
    const isRefunded = tills.some(({ disk }) =>
      disk.some((line) => line.kind === "event" && line.event.kind === "refund" && line.event.sale === sale),
    );
    const at = `${person} ${day}`;
    sums.set(at, isRefunded ? Number.NEGATIVE_INFINITY : (sums.get(at) ?? 0) + (taken.value ?? 0));
  }
  for (const [at, sum] of sums) {
    const most = caps.value + givenToDoubtful(world, at);
    if (sum > most) return `${sum} was sold to ${at}, at most ${most} could be`;
  }
  return undefined;
}

function givenToDoubtful({ node, ledger }: RightsWorld, personDay: string): number {
  let most = 0;
  for (const { body } of node.journal) {
    if (body.kind !== "reserve" || !isObject(body.reservation)) continue;
    const { person, day, device, held } = body.reservation;
    if (`${person} ${day}` !== personDay || typeof device !== "string" || !isObject(held)) continue;
    most += (ledger.copies.get(device) ?? 0) * Number(held.value ?? 0);
  }
  return most;
}

/** Two holders of one key that both said something: the node must know. */
function unfoundCopy({ tills, node, ledger }: RightsWorld): string | undefined {
  const told = new Map<string, string>();
  for (const till of tills) {
    for (const line of till.disk) {
      // A return of goods whose sale nobody has any more waits for ever, and its number with it.
      if (line.kind !== "event" || isOrphan(node, line.event)) continue;
      const id = `${line.event.device}.${line.event.sequence}`;
      const before = told.get(id);
      const isFound = node.rows.get(placeOf({ table: "device_log", key: till.device }))?.row.suspended === true;
      if (before !== undefined && before !== line.event.boot && !isFound)
        return `${till.device} was copied, ${id} stands twice, and nobody noticed`;
      told.set(id, line.event.boot);
    }
  }
  return ledger.broken;
}

function isOrphan(node: RightsWorld["node"], event: TillEvent): boolean {
  return event.kind === "refund" && !node.rows.has(placeOf({ table: "sale", key: event.sale }));
}
