import type { Author, Concept } from "../spine/concept.ts";
import { type Device, deviceKey, deviceOf, findDevice, rowOfDevice } from "./device.ts";

/** A gate or till of this side is registered with its key. */
export type AddDevice = {
  readonly kind: "device_add";
  readonly by: Author;
  readonly device: string;
  readonly gate: string;
  readonly lane: string;
  readonly publicKey: string;
  readonly automatic: boolean;
};

/** A key is registered once and for ever: one that was revoked does not come back under another name. */
export const addDevice: Concept<AddDevice> = {
  kind: "device_add",
  keys: ({ device }) => [deviceKey(device)],
  decide: ({ device, gate, lane, publicKey, automatic }, state, { side }) => {
    const details: Device = { device, side, gate, lane, publicKey, automatic, active: true };
    if (findDevice(state, device) !== undefined) return { outcome: "refused", reason: "device_known", details };
    return { outcome: "done", reason: "added", details };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const device = deviceOf(body);
    return [{ kind: "put", ...deviceKey(device.device), row: rowOfDevice(device) }];
  },
};
