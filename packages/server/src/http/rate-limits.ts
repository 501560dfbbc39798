import type { FastifyInstance, FastifyRequest } from "fastify";
import { RequestError } from "../errors.ts";
import { IN_FLIGHT_MAX } from "./admission.ts";
import { createBuckets } from "./token-bucket.ts";

/** Thirty times the design load of promises.md §3 from one address: a whole side may stand behind one proxy. */
export const ADDRESS_LIMITS = { burst: 5_000, perSecond: 5_000, keysMax: 10_000 };
/** One officer or device: far above a hand and a scanner, and below a script that empties the register. */
export const HOLDER_LIMITS = { burst: 600, perSecond: 300, keysMax: 10_000 };

export type RateLimits = { address: typeof ADDRESS_LIMITS; holder: typeof HOLDER_LIMITS; inFlight: number };
export const rateLimits: RateLimits = { address: ADDRESS_LIMITS, holder: HOLDER_LIMITS, inFlight: IN_FLIGHT_MAX };

/** Limits before anything is read: per address, and per session or device key. */
export function limitRates(app: FastifyInstance, limits: RateLimits, nowMs: () => number): void {
  const addresses = createBuckets(limits.address);
  const holders = createBuckets(limits.holder);
  app.addHook("onRequest", (request, _, next) => {
    const holder = holderOf(request);
    const wait = Math.max(
      addresses.take(request.ip, nowMs()),
      holder === undefined ? 0 : holders.take(holder, nowMs()),
    );
    if (wait === 0) return next();
    next(new RequestError("request/too-many", 429, "Too many requests from here", { retryAfterSeconds: wait }));
  });
}

/** What the caller claims to be, before anyone has checked it; false claims stay under the limit of their address. */
function holderOf({ headers }: FastifyRequest): string | undefined {
  const keyId = /;keyid="([^"]{1,100})"/.exec(String(headers["signature-input"] ?? ""))?.[1];
  return keyId ?? headers.cookie?.slice(0, 200);
}
