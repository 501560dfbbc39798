import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxItem } from "./outbox.ts";

/** Key and post of this device. The private key cannot be taken out of the browser (WebCrypto, not extractable). */
export type DeviceIdentity = {
  readonly keyId: string;
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
  readonly gate: string;
  readonly lane: string;
};

export interface DeviceStore extends DBSchema {
  outbox: { key: string; value: OutboxItem };
  device: { key: "this"; value: DeviceIdentity };
}

const NAME = "twinline";
const VERSION = 1;

/** Opens what this device keeps between two starts. Throws where the browser forbids storage: then nothing may be sent. */
export function openStore(): Promise<IDBPDatabase<DeviceStore>> {
  return openDB<DeviceStore>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("outbox", { keyPath: "key" });
      database.createObjectStore("device");
    },
  });
}
