/** An answer is good for so long: twenty desks that look every few seconds cost one look at the journal. */
export const BRIEFLY_MS = 2_000;

type Kept<T> = { readonly until: number; readonly value: Promise<T> };

export type Brief<K, T> = { get(key: K): Promise<T>; forget(): void };

/** Keeps the answer of each key for a moment; one that failed is not kept. `most` keys at a time. */
export function briefly<K, T>(
  fetch: (key: K) => Promise<T>,
  nowMs: () => number,
  lifeMs: number = BRIEFLY_MS,
  most = 16,
): Brief<K, T> {
  const kept = new Map<K, Kept<T>>();
  return {
    get: (key) => {
      const known = kept.get(key);
      if (known !== undefined && nowMs() < known.until) return known.value;
      if (kept.size >= most) kept.clear();
      const value = fetch(key);
      kept.set(key, { until: nowMs() + lifeMs, value });
      value.catch(() => kept.delete(key));
      return value;
    },
    forget: () => kept.clear(),
  };
}
