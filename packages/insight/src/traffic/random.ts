/** A seeded source of chance; the same seed gives the same traffic on every machine. */
export type Chance = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform integer in 0 … n − 1. */
  readonly below: (n: number) => number;
  /** Standard normal deviate (Box and Muller 1958). */
  readonly normal: () => number;
};

/** Mulberry32: 32 bits of state, ample for traffic, no security. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Prepares a draw by weight: the returned function gives the index of the weight that was hit. */
export function weighted(weights: readonly number[]): (chance: Chance) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError("Cannot draw from weights that sum to 0");
  const bounds: number[] = [];
  for (const weight of weights) bounds.push((bounds.at(-1) ?? 0) + weight / total);
  return (chance) => {
    const point = chance.next();
    const hit = bounds.findIndex((bound) => point < bound);
    return hit < 0 ? weights.length - 1 : hit;
  };
}
