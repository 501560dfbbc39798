import type { Network } from "./network.ts";
import { shortestPaths } from "./shortest-paths.ts";

/** Distances over the whole network. */
export type Reach = {
  /** Sum of 1 / distance from every place that can reach this one (Marchiori and Latora 2000). */
  readonly harmonic: readonly number[];
  /** Longest and mean shortest distance; null unless every place reaches every other. */
  readonly diameter: number | null;
  readonly meanDistance: number | null;
};

export function reachOf({ into }: Network): Reach {
  const distances = into.map((_, place) => shortestPaths(into, place).distance.filter((_, other) => other !== place));
  const all = distances.flat();
  const whole = all.length > 0 && all.every(Number.isFinite);
  return {
    harmonic: distances.map((row) => row.reduce((sum, distance) => sum + 1 / distance, 0)),
    diameter: whole ? all.reduce((most, distance) => Math.max(most, distance)) : null,
    meanDistance: whole ? all.reduce((sum, distance) => sum + distance, 0) / all.length : null,
  };
}

/** Sum of the weights of a place's edges, in and out. */
export function strength({ edges, names }: Network): readonly number[] {
  return names.map((_, place) =>
    edges.reduce((sum, { from, to, weight }) => (from === place || to === place ? sum + weight : sum), 0),
  );
}

const STEPS_MAX = 100_000;
const SETTLED = 1e-13;

/**
 * Eigenvector centrality (Bonacich 1972) by weight, of length 1, from the places that lead to each; null where the walk
 * does not settle. The identity is added so that networks of two sides settle too.
 */
export function eigenvector({ into }: Network): readonly number[] | null {
  let vector: readonly number[] = into.map(() => 1 / Math.sqrt(into.length));
  for (let step = 0; step < STEPS_MAX; step++) {
    const next = into.map((links, place) =>
      links.reduce((sum, { to, weight }) => sum + weight * vector[to]!, vector[place]!),
    );
    const length = Math.hypot(...next);
    const scaled = next.map((value) => value / length);
    const moved = scaled.reduce((sum, value, place) => sum + Math.abs(value - vector[place]!), 0);
    vector = scaled;
    if (moved < SETTLED * into.length) return vector;
  }
  return null;
}
