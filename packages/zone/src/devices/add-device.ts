import type { Author, Concept } from "../spine/concept.ts";
import { type Device, type DeviceKind, deviceKey, deviceOf, findDevice, rowOfDevice } from "./device.ts";

/** A gate or till of this side is registered with its key. */
export type AddDevice = {
  readonly kind: "device_add";
  readonly by: Author;
  readonly device: string;
  readonly gate: string;
  readonly lane: string;
  readonly publicKey: string;
  readonly automatic: boolean;
  /** A gate unless said otherwise. */
  readonly deviceKind?: DeviceKind;
};

/** A key is registered once and for ever: one that was revoked does not come back under another name. */
export const addDevice: Concept<AddDevice> = {
  kind: "device_add",
  keys: ({ device }) => [deviceKey(device)],
  decide: ({ device, gate, lane, publicKey, automatic, deviceKind = "gate" }, state, { side }) => {
    const details: Device = { device, side, gate, lane, publicKey, automatic, deviceKind, active: true };
    if (findDevice(state, device) !== undefined) return { outcome: "refused", reason: "device_known", details };
    return { outcome: "done", reason: "added", details };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const device = deviceOf(body);
    return [{ kind: "put", ...deviceKey(device.device), row: rowOfDevice(device) }];
  },
};
