import type { Network } from "./network.ts";

function linkedPairs(neighbours: ReadonlySet<number>, beside: Network["beside"]): number {
  let linked = 0;
  for (const one of neighbours) for (const other of neighbours) if (one < other && beside[one]!.has(other)) linked += 1;
  return linked;
}

/** Share of pairs of neighbours that are linked; 0 with fewer than two neighbours. */
export function clustering({ beside }: Network): readonly number[] {
  return beside.map((neighbours) => {
    const pairs = (neighbours.size * (neighbours.size - 1)) / 2;
    return pairs === 0 ? 0 : linkedPairs(neighbours, beside) / pairs;
  });
}

/** 3 × triangles / connected triples; 0 where there is no triple. */
export function transitivity({ beside }: Network): number {
  const triples = beside.reduce((sum, neighbours) => sum + (neighbours.size * (neighbours.size - 1)) / 2, 0);
  const closed = beside.reduce((sum, neighbours) => sum + linkedPairs(neighbours, beside), 0);
  return triples === 0 ? 0 : closed / triples;
}

/** Number of parts when `without` is taken out; direction is left aside. */
export function componentCount({ beside }: Network, without = -1): number {
  const seen = new Set([without]);
  let parts = 0;
  for (const start of beside.keys()) {
    if (seen.has(start)) continue;
    parts += 1;
    const open = [start];
    seen.add(start);
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const next of beside[place]!) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  return parts;
}

/** Places whose loss splits a part, by name in plain string order. */
export function articulationPoints(network: Network): readonly string[] {
  const whole = componentCount(network);
  const alone = (place: number): number => (network.beside[place]!.size === 0 ? 1 : 0);
  return network.names
    .filter((_, place) => componentCount(network, place) > whole - alone(place))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Newman's modularity of a given partition; directed as Leicht and Newman (2008). Null without any weight. */
export function modularity(network: Network, partition: readonly ReadonlySet<number>[]): number | null {
  const { edges, directed } = network;
  const total = edges.reduce((sum, edge) => sum + edge.weight, 0);
  if (total === 0) return null;
  return partition.reduce((sum, group) => {
    const inside = edges.reduce((all, edge) => all + (group.has(edge.from) && group.has(edge.to) ? edge.weight : 0), 0);
    const leaving = edges.reduce((all, edge) => all + (group.has(edge.from) ? edge.weight : 0), 0);
    const coming = edges.reduce((all, edge) => all + (group.has(edge.to) ? edge.weight : 0), 0);
    const expected = directed ? (leaving * coming) / total ** 2 : ((leaving + coming) / (2 * total)) ** 2;
    return sum + inside / total - expected;
  }, 0);
}
