import type { ZoneNode } from "../node.ts";

/** Devices whose newest pack is remembered; more than a zone has. */
const DEVICES_MAX = 2_000;

type Fetched = Map<string, Temporal.Instant>;
const nodes = new WeakMap<object, Fetched>();

/** A device took its pack now: the newest data it can work with when it is cut off. Known since the node began. */
export function notePack({ database, effects }: Pick<ZoneNode, "database" | "effects">, device: string): void {
  const fetched = packTimes({ database });
  if (fetched.size >= DEVICES_MAX && !fetched.has(device)) fetched.clear();
  fetched.set(device, effects.now());
}

/** When each device last took its pack, by device. */
export function packTimes({ database }: Pick<ZoneNode, "database">): Fetched {
  const known = nodes.get(database) ?? new Map();
  nodes.set(database, known);
  return known;
}
