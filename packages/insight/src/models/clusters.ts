import { createChance } from "../traffic/random.ts";
import type { Network } from "./network.ts";

/** Places that hang together more than chance would have it, and how much more (Newman's modularity). */
export type Clusters = { readonly clusters: readonly (readonly number[])[]; readonly modularity: number };

type Weights = readonly ReadonlyMap<number, number>[];

/** Gains below this are the rounding of doubles. */
const GAIN_LEAST = 1e-12;
const SWEEPS_MAX = 1_000;

/**
 * Clusters by weight, direction left aside (Louvain method, Blondel et al. 2008). Places are visited in an order drawn from
 * the seed; the best of `tries` orders is given, each cluster sorted, the largest first.
 */
export function clustersOf(network: Network, { seed = 1, tries = 10 } = {}): Clusters {
  const chance = createChance(seed);
  let best: Clusters = { clusters: network.names.map((_, place) => [place]), modularity: Number.NEGATIVE_INFINITY };
  for (let at = 0; at < tries; at++) {
    const found = louvain(weightsOf(network), chance.below);
    if (found.modularity > best.modularity + GAIN_LEAST) best = found;
  }
  return best;
}

function weightsOf({ names, edges }: Network): Weights {
  const rows = names.map(() => new Map<number, number>());
  for (const { from, to, weight } of edges) {
    rows[from]!.set(to, (rows[from]!.get(to) ?? 0) + weight);
    rows[to]!.set(from, (rows[to]!.get(from) ?? 0) + weight);
  }
  return rows;
}

/** Moves places while that helps, makes each cluster one place, and begins again. */
function louvain(whole: Weights, below: (n: number) => number): Clusters {
  let members: readonly (readonly number[])[] = whole.map((_, place) => [place]);
  let rows = whole;
  for (;;) {
    const cluster = moved(rows, below);
    const groups = [...Map.groupBy(cluster.keys(), (node) => cluster[node]!).values()];
    if (groups.length === rows.length) break;
    members = groups.map((group) => group.flatMap((node) => members[node]!));
    rows = merged(rows, groups);
  }
  const clusters = members
    .map((group) => group.toSorted((a, b) => a - b))
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  return { clusters, modularity: modularityOf(whole, clusters) };
}

function moved(rows: Weights, below: (n: number) => number): readonly number[] {
  const strength = rows.map((row) => [...row.values()].reduce((sum, weight) => sum + weight, 0));
  const twice = strength.reduce((sum, one) => sum + one, 0);
  const cluster = rows.map((_, node) => node);
  const total = [...strength];
  const order = shuffled(rows.length, below);
  for (let sweep = 0, changed = twice > 0; changed && sweep < SWEEPS_MAX; sweep++) {
    changed = false;
    for (const node of order) {
      const own = cluster[node]!;
      total[own]! -= strength[node]!;
      const linked = new Map([[own, 0]]);
      for (const [other, weight] of rows[node]!)
        if (other !== node) linked.set(cluster[other]!, (linked.get(cluster[other]!) ?? 0) + weight);
      const gain = (to: number): number => linked.get(to)! - (total[to]! * strength[node]!) / twice;
      let best = own;
      for (const to of linked.keys()) if (gain(to) > gain(best) + GAIN_LEAST) best = to;
      total[best]! += strength[node]!;
      cluster[node] = best;
      changed ||= best !== own;
    }
  }
  return cluster;
}

/** A link inside a cluster is seen from both its ends, and so counts twice on the merged place's own link. */
function merged(rows: Weights, groups: readonly (readonly number[])[]): Weights {
  const place = new Map(groups.flatMap((group, at) => group.map((node) => [node, at] as const)));
  return groups.map((group) => {
    const row = new Map<number, number>();
    for (const node of group)
      for (const [other, weight] of rows[node]!) {
        const to = place.get(other)!;
        row.set(to, (row.get(to) ?? 0) + weight);
      }
    return row;
  });
}

function modularityOf(rows: Weights, clusters: readonly (readonly number[])[]): number {
  const strength = rows.map((row) => [...row.values()].reduce((sum, weight) => sum + weight, 0));
  const twice = strength.reduce((sum, one) => sum + one, 0);
  if (twice === 0) return 0;
  return clusters.reduce((sum, group) => {
    const own = new Set(group);
    const inside = group.reduce(
      (all, node) => all + [...rows[node]!].reduce((part, [to, weight]) => (own.has(to) ? part + weight : part), 0),
      0,
    );
    const degree = group.reduce((all, node) => all + strength[node]!, 0);
    return sum + inside / twice - (degree / twice) ** 2;
  }, 0);
}

function shuffled(count: number, below: (n: number) => number): readonly number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = below(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
