import type { Author, Concept } from "../spine/concept.ts";
import { deviceKey, deviceOf, findDevice, rowOfDevice } from "./device.ts";

/** A gate or till is taken out of use; its key signs nothing any more. */
export type RevokeDevice = { readonly kind: "device_revoke"; readonly by: Author; readonly device: string };

export const revokeDevice: Concept<RevokeDevice> = {
  kind: "device_revoke",
  keys: ({ device }) => [deviceKey(device)],
  decide: ({ device }, state) => {
    const found = findDevice(state, device);
    if (found?.active !== true) return { outcome: "refused", reason: "device_unknown", details: { device } };
    return { outcome: "done", reason: "revoked", details: { ...found, active: false } };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const device = deviceOf(body);
    return [{ kind: "put", ...deviceKey(device.device), row: rowOfDevice(device) }];
  },
};
