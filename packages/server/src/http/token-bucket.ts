/** A bucket per key: `burst` tokens at most, refilled at `perSecond`. The number of buckets is bounded. */
export type Buckets = { take(key: string, nowMs: number, tokens?: number): number };

type Bucket = { tokens: number; at: number };

/**
 * @param limits burst (tokens), perSecond (tokens), keysMax (buckets kept; the longest untouched goes first)
 * @returns `take`: seconds to wait until so many tokens (one) are there, 0 when they were taken
 */
export function createBuckets(limits: { burst: number; perSecond: number; keysMax: number }): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, nowMs, tokens = 1) {
      const bucket = refilled(buckets.get(key), nowMs, limits);
      // NOTE: a Map keeps the order of insertion; to delete first makes the touched key the youngest.
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > limits.keysMax) buckets.delete(buckets.keys().next().value!);
      if (bucket.tokens < tokens) return Math.ceil((tokens - bucket.tokens) / limits.perSecond);
      bucket.tokens -= tokens;
      return 0;
    },
  };
}

function refilled(bucket: Bucket | undefined, nowMs: number, limits: { burst: number; perSecond: number }): Bucket {
  if (bucket === undefined) return { tokens: limits.burst, at: nowMs };
  const gained = (Math.max(0, nowMs - bucket.at) / 1000) * limits.perSecond;
  return { tokens: Math.min(limits.burst, bucket.tokens + gained), at: nowMs };
}
