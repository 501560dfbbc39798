import { routes } from "@twinline/api";
import { askNode, sameOrigin } from "../../packages/cli/src/traffic/node-client.ts";
import { makeDeviceKey } from "./device-key.ts";
import type { DeviceSetup } from "./messages.ts";

export const TILLS = 50;
export const GATES = 20;
const GATE = "CN-1";
const SHOPS = "CN-S1";

/** Registers 50 tills and 20 gates, each with a key of its own, as an administrator whose session is `cookie` does. */
export async function makeFleet(
  cookie: string,
  base: string,
  tills = TILLS,
  gates = GATES,
): Promise<readonly DeviceSetup[]> {
  const wanted = [
    ...Array.from({ length: gates }, (_, index) => ({ kind: "gate" as const, gate: GATE, lane: String(index + 1) })),
    ...Array.from({ length: tills }, (_, index) => ({ kind: "till" as const, gate: SHOPS, lane: String(index + 1) })),
  ];
  const devices: DeviceSetup[] = [];
  for (const one of wanted) {
    const key = makeDeviceKey();
    const body = JSON.stringify({
      ...one,
      publicKey: key.publicKey,
      ...(one.kind === "gate" ? { automatic: true } : {}),
    });
    const headers = { ...sameOrigin(base), cookie, "idempotency-key": crypto.randomUUID() };
    await askNode("POST", new URL(routes.deviceAdd.path, base).href, headers, body);
    devices.push({ ...one, name: `${one.kind}-${one.lane}`, key, isCopy: false });
  }
  return devices;
}
