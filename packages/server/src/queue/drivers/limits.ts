import { createBuckets } from "../../http/token-bucket.ts";

/**
 * Bookings and changes that one address may ask for: a yard of drivers behind one telephone network, not a script that takes
 * every slot. The second bucket is for all addresses together, so that many of them cannot fill the journal either.
 */
export const driverLimits = {
  address: { burst: 30, perSecond: 0.05, keysMax: 10_000 },
  all: { burst: 600, perSecond: 2, keysMax: 1 },
  /** Bookings of a day that one address may hold of vehicles not seen yet: a firm's lorries, not a day's slots. */
  unseen: { perAddress: 20, addressesMax: 10_000 },
};
export type DriverLimits = typeof driverLimits;

/** Seconds that an address has to wait; 0 when it may ask now. */
export function limitDrivers(limits: Pick<DriverLimits, "address" | "all">): (address: string) => number {
  const addresses = createBuckets(limits.address);
  const all = createBuckets(limits.all);
  return (address) => {
    const now = performance.now();
    const own = addresses.take(address, now);
    return own > 0 ? own : all.take("", now);
  };
}
