import { RequestError } from "../errors.ts";
import { createBuckets } from "../http/token-bucket.ts";
import type { ZoneNode } from "../node.ts";

/**
 * What one device may have recorded by events, reservations and late passages: half of what may wait for the writer at once,
 * and then more than any shop sells. Whoever holds a till's key cannot keep the gates from being answered.
 */
export const DEVICE_LIMITS = { burst: 1_000, perSecond: 100, keysMax: 2_000 };

/** Lets a device have so many things recorded. Throws RequestError 429 with the time to wait; then nothing was taken. */
export type DeviceBudget = (device: string, things: number) => void;

export function createDeviceBudget({ effects }: Pick<ZoneNode, "effects">): DeviceBudget {
  const buckets = createBuckets(DEVICE_LIMITS);
  return (device, things) => {
    const wait = buckets.take(device, effects.now().epochMilliseconds, things);
    if (wait === 0) return;
    throw new RequestError("request/too-many", 429, "Too many requests from here", { retryAfterSeconds: wait });
  };
}
