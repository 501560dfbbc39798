import { createDeviceKey, type DeviceSigner, deviceSigner } from "@twinline/api";
import type { OutboxPlace } from "./outbox.ts";
import type { DeviceIdentity, Store } from "./store.ts";

/** Makes this device's key and remembers it with its post; the caller registers the public key with the node first. */
export async function newIdentity(gate: string, lane: string): Promise<DeviceIdentity> {
  const { keyId, publicKey, privateKey } = await createDeviceKey();
  return { keyId, publicKey, privateKey, gate, lane };
}

export async function findIdentity(store: Store): Promise<DeviceIdentity | undefined> {
  return store.get("device", "this");
}

export async function rememberIdentity(store: Store, identity: DeviceIdentity): Promise<void> {
  await store.put("device", identity, "this");
}

export async function forgetIdentity(store: Store): Promise<void> {
  await store.delete("device", "this");
}

export function signerOf(identity: DeviceIdentity): DeviceSigner {
  return deviceSigner(identity.keyId, identity.privateKey);
}

/** The outbox in the browser's store. NOTE: "strict" makes it durable before the request leaves (P17). */
export function outboxIn(store: Store): OutboxPlace {
  return {
    put: async (item) => {
      const transaction = store.transaction("outbox", "readwrite", { durability: "strict" });
      await Promise.all([transaction.store.put(item), transaction.done]);
    },
    delete: (key) => store.delete("outbox", key),
    list: () => store.getAll("outbox"),
  };
}
