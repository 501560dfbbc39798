import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { JournalItem } from "./device-journal.ts";
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
  /** What this device decided by itself, by its own number. */
  journal: { key: number; value: JournalItem };
  /** What the device needs to work without its node: pack, rulebooks by hash, the last word of the node, who signed in. */
  kept: { key: string; value: unknown };
}

export type Store = IDBPDatabase<DeviceStore>;

const NAME = "twinline";
const VERSION = 2;

/** Opens what this device keeps between two starts. Throws where the browser forbids storage: then nothing may be sent. */
export function openStore(): Promise<Store> {
  return openDB<DeviceStore>(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore("outbox", { keyPath: "key" });
        database.createObjectStore("device");
      }
      database.createObjectStore("journal", { keyPath: "event.sequence" });
      database.createObjectStore("kept");
    },
    // NOTE: another page of this device asks for a newer form of the store: it must not wait for this one.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
}

/** Reads what was kept under a name; the caller says its type, as only this page's own code writes there. */
export async function findKept<T>(store: Store, name: string): Promise<T | undefined> {
  return (await store.get("kept", name)) as T | undefined;
}

export async function keepValue(store: Store, name: string, value: unknown): Promise<void> {
  await store.put("kept", value, name);
}
