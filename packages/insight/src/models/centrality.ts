import type { Network } from "./network.ts";
import { shortestPaths } from "./shortest-paths.ts";

/** Share of shortest paths between other places that lead through each place (Brandes 2001). */
export function betweenness({ out }: Network): readonly number[] {
  const through = out.map(() => 0);
  for (const start of out.keys()) {
    const { paths, before, order } = shortestPaths(out, start);
    const owed = out.map(() => 0);
    for (const place of [...order].reverse()) {
      for (const step of before[place]!) owed[step]! += (paths[step]! / paths[place]!) * (1 + owed[place]!);
      if (place !== start) through[place]! += owed[place]!;
    }
  }
  const pairs = (out.length - 1) * (out.length - 2);
  // NOTE: undirected, every pair is seen from both ends and there are half as many pairs: the two halves cancel.
  return through.map((one) => (pairs > 0 ? one / pairs : 0));
}

/** How near a place is to those that can reach it (Wasserman and Faust 1994, improved formula). */
export function closeness({ into }: Network): readonly number[] {
  return into.map((_, place) => {
    const reached = shortestPaths(into, place).distance.filter(
      (distance, other) => other !== place && Number.isFinite(distance),
    );
    const total = reached.reduce((sum, distance) => sum + distance, 0);
    return reached.length === 0 ? 0 : (reached.length / total) * (reached.length / (into.length - 1));
  });
}

const STEPS_MAX = 100_000;
const SETTLED = Number.EPSILON;

/**
 * Where a walker is found in the long run (Brin and Page 1998), following links in proportion to their weight. Every other
 * step she rests, which changes nothing in the long run and lets a network of two sides settle under any damping.
 */
export function pageRank({ out }: Network, damping: number): readonly number[] {
  const n = out.length;
  const strength = out.map((links) => links.reduce((sum, link) => sum + link.weight, 0));
  let rank: readonly number[] = out.map(() => 1 / n);
  for (let step = 0; step < STEPS_MAX; step++) {
    const lost = rank.reduce((sum, share, place) => sum + (strength[place] === 0 ? share : 0), 0);
    const next = out.map(() => (1 - damping) / n + (damping * lost) / n);
    for (const [place, links] of out.entries())
      if (strength[place]! > 0)
        for (const link of links) next[link.to]! += (damping * rank[place]! * link.weight) / strength[place]!;
    const rested = next.map((share, place) => (share + rank[place]!) / 2);
    const moved = rested.reduce((most, share, place) => Math.max(most, Math.abs(share - rank[place]!)), 0);
    rank = rested;
    if (moved < SETTLED) break;
  }
  return rank;
}
