import {
  CAPTURE_CONTEXT,
  CAPTURES_MAX,
  type CaptureAnswer,
  type CaptureReport,
  type DeviceSigner,
  type GateEvent,
  type TillEvent,
} from "@twinline/api";
import { type CanonicalObject, writeCanonical } from "@twinline/journal";
import type { Reply } from "./ask.ts";
import type { AwayNote } from "./away-note.ts";
import { base64url } from "./base64url.ts";
import type { SaleNote } from "./sale-note.ts";
import type { Store } from "./store.ts";

export type DeviceEvent = GateEvent | TillEvent;
/** What every event says of itself, as the journal gives it. */
export type EventHead = Pick<DeviceEvent, "device" | "boot" | "sequence">;

/** One thing this device decided by itself. It stays "waiting" until the node has an entry for it. */
export type JournalItem = {
  readonly event: DeviceEvent;
  readonly signature: string;
  readonly state: "waiting" | "recorded";
  /** The node's last word about it. */
  readonly answer?: CaptureAnswer;
  /** What only this device needs to know of it while it is cut off. */
  readonly note?: AwayNote;
  readonly sale?: SaleNote;
};

export type JournalPlace = {
  /** Highest number that was written, 0 for none. */
  last(): Promise<number>;
  /** Writes a new item; fails when its number is taken. Resolves when it is on the disk. */
  add(item: JournalItem): Promise<void>;
  put(item: JournalItem): Promise<void>;
  delete(sequence: number): Promise<void>;
  list(): Promise<readonly JournalItem[]>;
};

/**
 * The journal in the browser's store. NOTE: `durability: "strict"` asks the browser to answer only after the operating
 * system was told to flush (IndexedDB 3.0 §2.7.1): what `add` resolved for survives a kill of the browser and, as far as the
 * disk honours a flush, a power cut. `add`, never `put`, so that a number cannot be written twice.
 */
export function journalIn(store: Store): JournalPlace {
  const strictly = async (deed: "add" | "put", item: JournalItem): Promise<void> => {
    const transaction = store.transaction("journal", "readwrite", { durability: "strict" });
    await Promise.all([transaction.store[deed](item), transaction.done]);
  };
  return {
    last: async () => {
      const cursor = await store.transaction("journal").store.openKeyCursor(undefined, "prev");
      return cursor ? cursor.key : 0;
    },
    add: (item) => strictly("add", item),
    put: (item) => strictly("put", item),
    delete: (sequence) => store.delete("journal", sequence),
    list: () => store.getAll("journal"),
  };
}

/** Beyond this many events that no node has seen the device stops deciding: somebody must look at the line. */
export const WAITING_MAX = 2_000;

export class JournalFullError extends Error {
  readonly id = "journal/full";
}

export type JournalPen = {
  readonly place: JournalPlace;
  readonly signer: DeviceSigner;
  /** Random name of this start of the page. */
  readonly boot: string;
  /** Highest number of this device that the node told of: a device that lost its store goes on behind it. */
  readonly atLeast: number;
  /** Runs one deed at a time among all pages of this device (Web Locks), so that no number is given twice. */
  alone<T>(deed: () => Promise<T>): Promise<T>;
};

type Written<E> = { readonly event: E; readonly note?: AwayNote; readonly sale?: SaleNote };

/**
 * Numbers, signs and writes one event. Only when this resolves may anybody be told of it (promises.md P17).
 * Throws JournalFullError, and whatever the store throws.
 */
export function writeEvent<E extends DeviceEvent>(
  pen: JournalPen,
  make: (head: EventHead) => Written<E>,
): Promise<JournalItem & { readonly event: E }> {
  const { place, signer, boot, atLeast } = pen;
  return pen.alone(async () => {
    const waiting = (await place.list()).filter(({ state }) => state === "waiting");
    if (waiting.length >= WAITING_MAX) throw new JournalFullError(`Cannot write: ${WAITING_MAX} events wait`);
    const sequence = Math.max(await place.last(), atLeast) + 1;
    const written = make({ device: signer.keyId, boot, sequence });
    const item = { ...written, signature: await sign(signer, written.event), state: "waiting" as const };
    await place.add(item);
    return item;
  });
}

async function sign(signer: DeviceSigner, event: DeviceEvent): Promise<string> {
  const text = `${CAPTURE_CONTEXT}\n${writeCanonical(event as unknown as CanonicalObject)}`;
  return base64url(await signer.sign(new TextEncoder().encode(text)));
}

/**
 * Sends what waits, in the order of its numbers, as often as need be: the node tells a repeated event from a new one.
 * Resolves to how many still wait; a node that does not answer leaves all as it is.
 */
export async function sendWaiting(
  place: JournalPlace,
  send: (items: readonly JournalItem[]) => Promise<Reply<CaptureReport>>,
): Promise<number> {
  const waiting = (await place.list()).filter(({ state }) => state === "waiting");
  let open = waiting.length;
  for (let at = 0; at < waiting.length; at += CAPTURES_MAX) {
    const batch = waiting.slice(at, at + CAPTURES_MAX);
    const reply = await send(batch);
    if (reply.kind !== "ok") return open;
    for (const answer of reply.value.answers) {
      const item = batch.find(({ event }) => event.sequence === answer.sequence && event.device === answer.device);
      if (!item) continue;
      const isRecorded = answer.status === "recorded";
      await place.put({ ...item, answer, state: isRecorded ? "recorded" : "waiting" });
      if (isRecorded) open -= 1;
    }
  }
  return open;
}
