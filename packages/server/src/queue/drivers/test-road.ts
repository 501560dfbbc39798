import { randomUUID } from "node:crypto";
import { type DriverBook, routes } from "@twinline/api";
import type { SetShift } from "@twinline/zone";
import { createApp } from "../../app.ts";
import type { TestGate } from "../../passages/test-gate.ts";
import { spanOf } from "../span.ts";
import { openDriverDesk } from "./desk.ts";
import { type DriverLimits, driverLimits } from "./limits.ts";
import { registerDrivers } from "./routes.ts";

/**
 * Both sides take two vehicles in each quarter. Their word is as the spine knows it; how the other side's comes here is
 * another test's business.
 */
export async function openRoad({ spine, node }: TestGate, officer: string, from: number, until: number): Promise<void> {
  const shift = { lanes: 2, staff: 4, staffPerLane: 2, perLane: 1 };
  const ask = (command: object) =>
    spine.writer.ask({ command: command as SetShift, key: randomUUID(), request: Buffer.alloc(32) });
  const by = { officer };
  await ask({ kind: "queue_peer", by, origin: "twinline/khorgos/kz", publicKey: "key" });
  const span = await spanOf(node.database, from, until);
  await ask({ kind: "queue_shift", by, side: "cn", shift, span });
  const statement = { origin: "twinline/khorgos/kz", number: 1, hash: "ab" };
  await ask({ kind: "queue_shift", by, side: "kz", shift, span, statement });
}

/** The drivers' doors with limits of their own. */
export async function ownDoors({ node, spine }: TestGate, limits: Partial<DriverLimits>) {
  const desk = openDriverDesk({ node, spine }, { ...driverLimits, ...limits });
  const app = await createApp({
    registers: [(one) => registerDrivers(one, desk)],
    site: () => new Map(),
    log: () => {},
    now: node.effects.now,
  });
  const book = (payload: DriverBook, more: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    app.inject({ method: "POST", url: routes.queueDriverBook.path, payload, ...more });
  return { book, [Symbol.asyncDispose]: () => app.close() };
}
