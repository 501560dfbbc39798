import type { Administrator, Lane } from "./node-client.ts";

/** Registers a lane the first time it is needed; every later passage of it uses the same key. */
export function laneRegister(administrator: Administrator, gate: string): (lane: string) => Promise<Lane> {
  const lanes = new Map<string, Promise<Lane>>();
  return (lane) => {
    const known = lanes.get(lane);
    if (known) return known;
    const made = administrator.registerLane(gate, lane);
    lanes.set(lane, made);
    return made;
  };
}
