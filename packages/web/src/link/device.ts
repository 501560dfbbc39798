import { createDeviceKey, type DeviceSigner, deviceSigner } from "@twinline/api";
import type { IDBPDatabase } from "idb";
import type { OutboxPlace } from "./outbox.ts";
import type { DeviceIdentity, DeviceStore } from "./store.ts";

/** Makes this device's key and remembers it with its post; the caller registers the public key with the node first. */
export async function newIdentity(gate: string, lane: string): Promise<DeviceIdentity> {
  const { keyId, publicKey, privateKey } = await createDeviceKey();
  return { keyId, publicKey, privateKey, gate, lane };
}

export async function findIdentity(store: IDBPDatabase<DeviceStore>): Promise<DeviceIdentity | undefined> {
  return store.get("device", "this");
}

export async function rememberIdentity(store: IDBPDatabase<DeviceStore>, identity: DeviceIdentity): Promise<void> {
  await store.put("device", identity, "this");
}

export async function forgetIdentity(store: IDBPDatabase<DeviceStore>): Promise<void> {
  await store.delete("device", "this");
}

export function signerOf(identity: DeviceIdentity): DeviceSigner {
  return deviceSigner(identity.keyId, identity.privateKey);
}

/** The outbox in the browser's store. NOTE: "strict" makes it durable before the request leaves (P17). */
export function outboxIn(store: IDBPDatabase<DeviceStore>): OutboxPlace {
  return {
    put: async (item) => {
      const transaction = store.transaction("outbox", "readwrite", { durability: "strict" });
      await Promise.all([transaction.store.put(item), transaction.done]);
    },
    delete: (key) => store.delete("outbox", key),
    list: () => store.getAll("outbox"),
  };
}
