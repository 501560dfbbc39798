import { DeviceAdd, DeviceList, DeviceParams, keyIdOf, Recorded, routes } from "@twinline/api";
import type { AddDevice, RevokeDevice } from "@twinline/zone";
import type { Access } from "../access/access.ts";
import { authorOf } from "../access/caller.ts";
import { mayOf, requireAbility, requireOfficer } from "../access/guard.ts";
import { presentRecorded, record } from "../access/recording.ts";
import { listDevices } from "../access/roll.ts";
import type { App } from "../app.ts";
import { RequestError } from "../errors.ts";
import { devicePublicKey } from "./signature.ts";

/** Gates and tills: which keys may sign for which lane. */
export function registerDevices(app: App, access: Access): void {
  const { node } = access;
  const devices = { kind: "device", side: node.side };

  app.get(routes.devices.path, { schema: { response: { 200: DeviceList } } }, async (request) => {
    const caller = await requireOfficer(access, request);
    requireAbility(access, caller, "list", devices);
    const may = mayOf(access, caller, devices);
    const rows = await listDevices(node.database);
    return {
      rows: rows.map(({ device: id, gate, lane, automatic, deviceKind: kind, active }) => {
        return { id, gate, lane, automatic, kind, active, may };
      }),
      may,
    };
  });

  app.post<{ Body: DeviceAdd }>(
    routes.deviceAdd.path,
    { schema: { body: DeviceAdd, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "add", devices);
      const { gate, lane, publicKey, automatic = false, kind: deviceKind = "gate" } = request.body;
      assertKey(publicKey);
      const device = await keyIdOf(publicKey);
      const by = authorOf(caller);
      const place = { gate, lane, publicKey, automatic, deviceKind };
      const command: AddDevice = { kind: "device_add", by, device, ...place };
      return presentRecorded(node, await record(access, request, command));
    },
  );

  app.post<{ Params: { id: string } }>(
    routes.deviceRevoke.path,
    { schema: { params: DeviceParams, response: { 200: Recorded } } },
    async (request) => {
      const caller = await requireOfficer(access, request);
      requireAbility(access, caller, "revoke", devices);
      const command: RevokeDevice = { kind: "device_revoke", by: authorOf(caller), device: request.params.id };
      return presentRecorded(node, await record(access, request, command));
    },
  );
}

/** Throws RequestError 400 unless the text is an Ed25519 public key. */
function assertKey(publicKey: string): void {
  try {
    devicePublicKey(publicKey);
  } catch {
    throw new RequestError("request/invalid", 400, "Cannot register the device: its key is not an Ed25519 key", {
      field: "/publicKey",
    });
  }
}
