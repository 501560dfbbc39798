import type { PassageRequest } from "@twinline/api";

/** A request that may have reached the node: kept from before it is sent until its outcome is known. */
export type OutboxItem = {
  /** Idempotency key, a UUID made here; the node answers the same key with the same receipt for ever (P4). */
  readonly key: string;
  readonly request: PassageRequest;
  /** Instant at which the officer asked, RFC 3339. */
  readonly madeAt: string;
  /** "sent": it is asked again until answered. "paper": the traveller was handled on paper, so it is only enquired after. */
  readonly state: "sent" | "paper";
};

/** Where items live; the browser's store in the product, a map in tests. */
export type OutboxPlace = {
  put(item: OutboxItem): Promise<unknown>;
  delete(key: string): Promise<unknown>;
  list(): Promise<readonly OutboxItem[]>;
};

/** Beyond this many open outcomes a lane stops asking: something is wrong that more requests will not mend. */
export const OUTBOX_MAX = 200;

export class OutboxError extends Error {
  readonly id = "outbox/full";
}

/** Writes the item down before anything is sent. OutboxError when too many outcomes are open already. */
export async function keep(place: OutboxPlace, item: OutboxItem): Promise<void> {
  const held = await place.list();
  const isNew = held.every((other) => other.key !== item.key);
  if (isNew && held.length >= OUTBOX_MAX)
    throw new OutboxError(`Cannot keep the request: ${OUTBOX_MAX} outcomes are open`);
  await place.put(item);
}

/** What the screen says about open outcomes: how many, and since when the oldest. */
export type OutboxView = { readonly count: number; readonly oldest?: string };

export function viewOf(items: readonly OutboxItem[]): OutboxView {
  const oldest = items.map((item) => item.madeAt).sort()[0];
  return oldest === undefined ? { count: 0 } : { count: items.length, oldest };
}
